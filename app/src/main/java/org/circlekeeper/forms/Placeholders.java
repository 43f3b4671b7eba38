package org.circlekeeper.forms;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The places in a text where something about this practice, member or visit is put in, as in <code>{{practice_phone}}
 * </code>. Nothing is put in twice, so that what a name or an address holds is never taken for a place itself. Pure.
 */
public final class Placeholders {

    /** Put in from the facts of a paper, whoever prints it. */
    public static final List<String> OF_PAPER = List.of("practice_name", "member_name", "day");

    /** What the practice's own settings know: see {@link FormLibrary#placeholders()}. */
    public static final List<String> OF_PRACTICE =
            List.of("practice_address", "practice_phone", "practice_npi", "practice_tax_id");

    /** Known of one member, in whichever paper. */
    public static final List<String> OF_MEMBER = List.of("member_born");

    /** Known of one member's visits, in an estimate alone. */
    public static final List<String> OF_ESTIMATE =
            List.of("estimate_services", "estimate_total", "estimate_days", "estimate_diagnosis");

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-z][a-z0-9_]{0,39})\\s*}}");

    private Placeholders() {}

    /** Every name that a form asks for, each once, in the order in which they are read. */
    public static List<String> in(Questionnaire questionnaire) {
        return questionnaire.texts().flatMap(Placeholders::in).distinct().toList();
    }

    static Stream<String> in(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1));
    }

    /** Those names for which there is no value, or an empty one. */
    public static List<String> missing(Questionnaire questionnaire, Map<String, String> values) {
        return in(questionnaire).stream()
                .filter(name -> values.getOrDefault(name, "").isBlank())
                .toList();
    }

    /** The text with what is known put in; a place without a value stays as it is, to be seen. */
    public static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
    }

    private static String value(MatchResult place, Map<String, String> values) {
        var value = values.getOrDefault(place.group(1), "");
        return value.isBlank() ? place.group() : value.strip();
    }
}
