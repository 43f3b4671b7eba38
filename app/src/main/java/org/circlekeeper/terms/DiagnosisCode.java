package org.circlekeeper.terms;

import java.util.Locale;
import java.util.regex.Pattern;

/** Why it was done: an ICD-10-CM code, kept with its dot as people read it. Refuses what has not its shape. */
public record DiagnosisCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]\\d[0-9AB](\\.[0-9A-Z]{1,4})?");

    public DiagnosisCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an ICD-10-CM code: " + value);
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** Reads what exports hold: {@code f331}, {@code F33.1}. */
    public static DiagnosisCode read(String text) {
        var plain = text.strip().toUpperCase(Locale.ROOT).replace(".", "");
        return new DiagnosisCode(plain.length() > 3 ? plain.substring(0, 3) + "." + plain.substring(3) : plain);
    }

    /** As the HI segment carries it. */
    public String undotted() {
        return value.replace(".", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
