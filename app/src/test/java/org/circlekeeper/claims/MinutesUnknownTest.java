package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.practice.OwnRule.Kind;
import org.circlekeeper.terms.Finding;
import org.junit.jupiter.api.Test;

/** Where a rule of the practice looks at minutes, a visit in part says how many they were. */
class MinutesUnknownTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_visit_in_part_of_which_nobody_said_the_minutes_is_held_where_a_rule_looks_at_them() {
        var rules = SomeRules.usual().own(Kind.LOOK_AT_SHORTER, 45);
        var left = AVisit.fine().presence(Presence.LEFT_EARLY).minutesUnknown();

        assertThat(assess(left, rules))
                .extracting(finding -> finding.because().sentence())
                .containsExactly(
                        "The member left early, nobody said after how many minutes; " + "your own rule looks at them.");
        assertThat(codes(assess(AVisit.fine().presence(Presence.LATE).minutesUnknown(), rules)))
                .containsExactly("minutes-unknown");
        assertThat(found(left)).isEmpty();
        assertThat(codes(assess(AVisit.fine().minutesUnknown(), rules))).isEmpty();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private static List<String> found(AVisit visit) {
        return codes(assess(visit, SomeRules.usual()));
    }

    private static List<Finding> assess(AVisit visit, SomeRules rules) {
        return BillingReadiness.assess(visit.build(), rules.build(), TODAY);
    }
}
