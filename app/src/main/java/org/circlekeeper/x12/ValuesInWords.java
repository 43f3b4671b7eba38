package org.circlekeeper.x12;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Phone;

/** Days, amounts and numbers as people write them; whatever has not its shape stays as it is. */
final class ValuesInWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private ValuesInWords() {}

    static String day(String text) {
        var day = ReadValues.day(text);
        return day == null ? text : day.format(DAY);
    }

    static String time(String text) {
        return text.matches("\\d{4}.*") ? text.substring(0, 2) + ":" + text.substring(2, 4) : text;
    }

    static String money(String text) {
        var amount = ReadValues.money(text);
        return amount == null ? text : amount.toString();
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
