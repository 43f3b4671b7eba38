package org.circlekeeper.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;

/** Decides what the roster itself has to say when somebody is to be seated: windows, ages, who is kept apart. Pure. */
final class Clearance {

    private static final String OURS = "this practice";

    private Clearance() {}

    /**
     * What the decision is made from.
     *
     * @param apart those of the patient's pairs whose other half has a seat in the group while both would sit there
     */
    record Asked(
            Group group,
            Joining joining,
            List<EnrolmentWindow> windows,
            List<Criterion> criteria,
            Patient patient,
            List<Apart> apart,
            LocalDate from,
            Instant now) {

        private Because because(String sentence) {
            return Because.of(sentence, new Evidence(group.name(), "/groups/" + group.id(), now));
        }
    }

    static List<Finding> assess(Asked asked) {
        var findings = new ArrayList<Finding>();
        findings.addAll(groupDays(asked));
        findings.addAll(windows(asked));
        findings.addAll(ages(asked));
        findings.addAll(apart(asked));
        return findings;
    }

    private static List<Finding> groupDays(Asked asked) {
        if (asked.group().days().includes(asked.from())) {
            return List.of();
        }
        boolean over = asked.group().days().first().isBefore(asked.from());
        return List.of(new Finding(
                "group-not-then",
                Finding.Weight.ALWAYS_HOLDS,
                asked.because(asked.group().name() + (over ? " has ended by then." : " has not begun by then.")),
                over ? "Choose another group." : "Choose a first day after it has begun.",
                OURS));
    }

    private static List<Finding> windows(Asked asked) {
        if (!asked.joining().needsWindow()
                || asked.windows().stream().anyMatch(window -> window.includes(asked.from()))) {
            return List.of();
        }
        var next = asked.windows().stream()
                .map(EnrolmentWindow::first)
                .filter(first -> first.isAfter(asked.from()))
                .min(LocalDate::compareTo);
        return List.of(new Finding(
                "enrolment-closed",
                Finding.Weight.HOLDS,
                asked.because(asked.group().name() + " takes new members "
                        + asked.joining().onScreen() + "."),
                next.map(day -> "Choose a first day from " + day + " on, when it next takes members.")
                        .orElse("Open a new window on the group's page, or choose another group."),
                OURS));
    }

    private static List<Finding> ages(Asked asked) {
        int age = Period.between(asked.patient().birthDate(), asked.from()).getYears();
        return asked.criteria().stream()
                .filter(criterion -> criterion.standsFor(asked.group().id()))
                .filter(criterion -> !meets(criterion, age))
                .map(criterion -> new Finding(
                        "age-outside",
                        Finding.Weight.HOLDS,
                        asked.because(criterion.says() + " On that day they are " + age + "."),
                        "Choose a group for that age, or say why they sit here all the same.",
                        OURS))
                .toList();
    }

    /**
     * One that excludes is met by whoever is outside of it. The rest is looked at by whoever above knows what is on
     * file and what screening found.
     */
    private static boolean meets(Criterion criterion, int age) {
        return switch (criterion.kind()) {
            case AGE_FROM -> age >= Integer.parseInt(criterion.wanted()) != criterion.excludes();
            case AGE_TO -> age <= Integer.parseInt(criterion.wanted()) != criterion.excludes();
            case DIAGNOSIS, LANGUAGE, LEVEL, STATEMENT -> true;
        };
    }

    private static List<Finding> apart(Asked asked) {
        return asked.apart().stream()
                .map(pair -> new Finding(
                        pair.byOrder() ? "protective-order" : "do-not-group-with",
                        pair.byOrder() ? Finding.Weight.ALWAYS_HOLDS : Finding.Weight.HOLDS,
                        asked.because("Somebody with a seat in " + asked.group().name()
                                + (pair.byOrder()
                                        ? " and they are kept apart by a court's order."
                                        : " and they are not to sit together.")),
                        "Choose another group.",
                        OURS))
                .toList();
    }
}
