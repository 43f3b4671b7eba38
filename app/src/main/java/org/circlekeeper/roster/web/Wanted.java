package org.circlekeeper.roster.web;

import java.util.Locale;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.roster.Criterion;

/** What a person writes to say what is compared, by what is looked at. */
final class Wanted {

    private Wanted() {}

    static String read(Criterion.Kind kind, String text) {
        return switch (kind) {
            case AGE_FROM, AGE_TO -> String.valueOf(Filled.whole(0, 120).apply(text));
            case DIAGNOSIS ->
                shaped(text.toUpperCase(Locale.ROOT).replace(" ", ""), "[A-Z]\\d[0-9A-Z.]*(,[A-Z]\\d[0-9A-Z.]*)*");
            case LANGUAGE -> shaped(text, "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
            case LEVEL, STATEMENT -> text;
        };
    }

    static String remedy(Criterion.Kind kind) {
        return switch (kind) {
            case AGE_FROM, AGE_TO -> "Write an age in years, from 0 to 120.";
            case DIAGNOSIS -> "Write the beginnings of codes, parted by commas, as in F32, F33.";
            case LANGUAGE -> "Write the language's tag, as in en or es.";
            case LEVEL, STATEMENT -> "Write what is compared.";
        };
    }

    private static String shaped(String text, String shape) {
        if (!text.matches(shape)) {
            throw new IllegalArgumentException("Not of the shape asked for");
        }
        return text;
    }
}
