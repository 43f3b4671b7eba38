package org.circlekeeper.scheduling.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change would do, shown before it is made. The form that asked for it is carried along, so that the second step
 * needs nothing but a press.
 *
 * @param says as in {@code Changes 9 sessions, tells 8 people.}
 * @param against why it cannot be made; empty when it can
 * @param action where the second step goes
 * @param back where nothing is done
 * @param fields what was filled in
 */
public record Asked(
        String title,
        String says,
        List<String> lines,
        List<String> against,
        String action,
        String back,
        Map<String, String> fields) {

    static final String VIEW = "org/circlekeeper/scheduling/web/asked";
    static final String SURE = "sure";

    private static final int SHOWN = 20;

    /** What the forms of this program send besides their fields. */
    private static final List<String> OURS = List.of("_csrf", SURE);

    static boolean isSure(Map<String, String> typed) {
        return "yes".equals(typed.get(SURE));
    }

    static Map<String, String> carried(Map<String, String> typed) {
        var fields = new LinkedHashMap<>(typed);
        OURS.forEach(fields::remove);
        return fields;
    }

    public List<String> shown() {
        return lines.stream().limit(SHOWN).toList();
    }

    public int more() {
        return Math.max(0, lines.size() - SHOWN);
    }
}
