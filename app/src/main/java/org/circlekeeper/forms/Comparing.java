package org.circlekeeper.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What an answer can be compared with. Pure. */
final class Comparing {

    private Comparing() {}

    static boolean fits(Answering answering, When.Condition condition) {
        var value = condition.value();
        if (condition.operator() == When.Operator.EXISTS) {
            return isYesOrNo(value);
        }
        boolean orders = condition.operator().orders();
        return switch (answering) {
            case Answering.YesNo _ -> !orders && isYesOrNo(value);
            case Answering.Choice choice -> !orders && choice.option(value).isPresent();
            case Answering.Day _ -> isDay(value);
            case Answering.Whole _ -> isWhole(value);
            case Answering.Initials _, Answering.Words _, Answering.File _ -> false;
        };
    }

    static String remedy(Answering answering) {
        return switch (answering) {
            case Answering.YesNo _ -> "Ask whether it is yes or no.";
            case Answering.Choice _ -> "Ask whether it is, or is not, one of its answers.";
            case Answering.Day _ -> "Compare it with a day, as in 2026-11-23.";
            case Answering.Whole _ -> "Compare it with a whole number.";
            case Answering.Initials _, Answering.Words _, Answering.File _ -> "Ask whether it is answered.";
        };
    }

    private static boolean isYesOrNo(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    private static boolean isWhole(String value) {
        try {
            return Integer.toString(Integer.parseInt(value)).equals(value);
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
