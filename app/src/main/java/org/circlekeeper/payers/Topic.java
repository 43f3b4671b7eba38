package org.circlekeeper.payers;

import java.util.Arrays;
import java.util.Locale;

/** What a payer rule is about, and what its value counts. */
public enum Topic {
    MOST_PEOPLE("people", "people in the room at the most"),
    TIMELY_FILING_MONTHS("months", "months to file after the visit"),
    TIMELY_FILING_DAYS("days", "days to file after the visit"),
    TREATMENT_PLAN("yes or no", "a treatment plan in force"),
    TREATMENT_PLAN_GRACE_DAYS("days", "days after the visit by which the plan must begin"),
    AUTHORIZATION("yes or no", "prior authorization"),
    DECISION_DAYS("days", "days in which a request for an authorization is decided"),
    EXPEDITED_HOURS("hours", "hours in which an expedited request is decided"),
    APPEAL_DAYS("days", "days to appeal a denied request"),
    TELEHEALTH_MODIFIER("modifier", "modifier of a telehealth line"),
    TELEHEALTH_PLACE("place of service", "place of service of a telehealth line"),
    STRICT("yes or no", "papers are asked for before the claim goes"),
    NO_SHOW_FEE("yes or no", "a fee for a missed visit is allowed"),
    BENEFITS_GOOD_DAYS("days", "days for which an answer about benefits is relied upon"),
    BENEFITS_GOOD_IN_MONTH("yes or no", "an answer about benefits is relied upon in its month alone"),
    BENEFITS_GOOD_IN_PLAN_YEAR("yes or no", "an answer about benefits is relied upon in its plan year alone"),
    BENEFITS_BEFORE_SERVICE("yes or no", "benefits are asked before a service alone"),
    BENEFITS_ASKED_BY_PERSON("yes or no", "a person inside the United States asks about benefits");

    private final String unit;
    private final String onScreen;

    Topic(String unit, String onScreen) {
        this.unit = unit;
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    /** As the files write it: {@code most-people}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Topic read(String word) {
        return Arrays.stream(values())
                .filter(topic -> topic.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No payer rule is about \"" + word + "\""));
    }

    void refuse(String value) {
        boolean fits = switch (unit) {
            case "yes or no" -> value.equals("yes") || value.equals("no");
            case "modifier", "place of service" ->
                value.equals("none") || value.matches("[0-9A-Z]{2}( or [0-9A-Z]{2})*");
            default -> value.matches("[1-9]\\d{0,4}");
        };
        if (!fits) {
            throw new IllegalArgumentException("\"" + value + "\" is not " + unit + ", as " + word() + " has it");
        }
    }
}
