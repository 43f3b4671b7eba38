package org.circlekeeper.x12;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** Amounts and days out of elements; null where a sender wrote something else. */
public final class ReadValues {

    private static final Pattern AMOUNT = Pattern.compile("-?(\\d{1,15}(\\.\\d{0,2}0{0,6})?|\\.\\d{1,2}0{0,6})");

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{0,6})?|-?\\.\\d{1,6}");

    /** CCYYMMDD. */
    private static final int DAY = 8;

    private ReadValues() {}

    public static @Nullable Money money(String amount) {
        return AMOUNT.matcher(amount).matches() ? Money.dollars(amount) : null;
    }

    /** A quantity or a share. */
    public static @Nullable BigDecimal decimal(String number) {
        return DECIMAL.matcher(number).matches() ? new BigDecimal(number) : null;
    }

    /** A day, or the first of a range of days (RD8). */
    public static @Nullable LocalDate day(String text) {
        int digits = Math.min(text.length(), DAY);
        int number = 0;
        for (int place = 0; place < digits; place++) {
            char digit = text.charAt(place);
            if (digit < '0' || digit > '9') {
                return null;
            }
            number = number * 10 + digit - '0';
        }
        try {
            return digits < DAY ? null : LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** How many; −1 where it is no such number. */
    static long count(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }
}
