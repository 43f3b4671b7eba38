package org.circlekeeper.x12;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Phone;

/** Days, amounts and numbers as people write them; whatever has not its shape stays as it is. */
final class ValuesInWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private ValuesInWords() {}

    static String day(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).format(DAY);
        } catch (DateTimeException unreadable) {
            return text;
        }
    }

    static String time(String text) {
        return text.matches("\\d{4}.*") ? text.substring(0, 2) + ":" + text.substring(2, 4) : text;
    }

    static String money(String text) {
        try {
            return Money.dollars(text).toString();
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return text;
        }
    }

    static String phone(String text) {
        try {
            return Phone.read(text).toString();
        } catch (IllegalArgumentException unreadable) {
            return text;
        }
    }

    static String diagnosis(String text) {
        try {
            return DiagnosisCode.read(text).value();
        } catch (IllegalArgumentException unreadable) {
            return text;
        }
    }
}
