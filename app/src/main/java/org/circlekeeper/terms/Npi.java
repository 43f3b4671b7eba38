package org.circlekeeper.terms;

import java.util.regex.Pattern;

/**
 * A National Provider Identifier: ten digits that begin with 1 or 2, the last a Luhn check digit computed as if the
 * number were prefixed with 80840, the issuer code of US health care (45 CFR 162.406). Refuses anything else.
 */
public record Npi(String value) {

    private static final Pattern SHAPE = Pattern.compile("[12]\\d{9}");
    private static final String ISSUER = "80840";

    public Npi {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Not a National Provider Identifier (ten digits with a check digit): " + value);
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches() && luhnSum(ISSUER + value) % 10 == 0;
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int weighed = place % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }

    @Override
    public String toString() {
        return value;
    }
}
