package org.circlekeeper.sandbox;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What the payer of the sandbox makes of a member. */
public enum Scenario {
    ACTIVE,
    INACTIVE,
    CARVE_OUT,
    AMBIGUOUS,
    VISIT_LIMIT,
    AUTHORIZATION_NEEDED,
    PARTIAL,
    PENDED,
    WRONG_MEMBER_ID,
    SLOW,
    DOWN;

    /** As it is written in a scenario file: {@code carve-out}. */
    public static Optional<Scenario> of(String word) {
        var name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(scenario -> scenario.name().equals(name))
                .findFirst();
    }

    /** By a member id that begins with its word, with or without what stands between its parts: {@code CARVEOUT01}. */
    static Scenario ofMember(String memberId) {
        var letters = memberId.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return Arrays.stream(values())
                .sorted(Comparator.comparing(
                                (Scenario scenario) -> scenario.name().length())
                        .reversed())
                .filter(scenario -> letters.startsWith(scenario.name().replace("_", "")))
                .findFirst()
                .orElse(ACTIVE);
    }
}
