package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.AnEstimate.FEE;
import static org.circlekeeper.finance.AnEstimate.FIRST;
import static org.circlekeeper.finance.AnEstimate.wednesdays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.roster.FeeSchedule;
import org.circlekeeper.roster.Group;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.Test;

/** Which visits are measured by which estimate. */
class MeasuredEstimatesTest {

    private static final Estimate BEFORE = AnEstimate.given(wednesdays(6), FEE);
    private static final LocalDate NEXT = BEFORE.lastDay().plusDays(7);
    private static final Estimate AFTER = AnEstimate.given(
            wednesdays(40).stream().filter(day -> !day.isBefore(NEXT)).toList(), Money.dollars("100"));
    private static final Group GROUP = new Group(
            BEFORE.group(),
            "Circle",
            UUID.randomUUID(),
            "Process",
            ProcedureCode.GROUP_PSYCHOTHERAPY,
            false,
            0,
            null,
            12,
            AnEstimate.LEADER,
            DateRange.from(LocalDate.of(2026, 1, 1)),
            null,
            "");
    private static final WhoPays WHO = new WhoPays(
            Map.of(),
            Map.of(),
            Map.of(),
            new Charges(
                    List.of(
                            new Payers.Fee(ProcedureCode.GROUP_PSYCHOTHERAPY, NEXT, Money.dollars("100")),
                            new Payers.Fee(ProcedureCode.GROUP_PSYCHOTHERAPY, FIRST.minusDays(90), FEE)),
                    FeeSchedule.NONE));

    @Test
    void of_two_that_follow_each_other_each_measures_its_own_visits() {
        for (var theirs : List.of(List.of(AFTER, BEFORE), List.of(BEFORE, AFTER))) {
            assertThat(measured(theirs, 10))
                    .as("whichever was written first")
                    .containsExactlyInAnyOrder(
                            new OpenEstimates.Watched(BEFORE, Money.dollars("360"), EstimateWatch.WITHIN),
                            new OpenEstimates.Watched(AFTER, Money.dollars("400"), EstimateWatch.WITHIN));
        }
    }

    @Test
    void one_that_nothing_follows_measures_its_twelve_months() {
        assertThat(measured(List.of(BEFORE), 10))
                .containsExactly(new OpenEstimates.Watched(BEFORE, Money.dollars("760"), EstimateWatch.OVER));
    }

    @Test
    void one_that_a_later_one_takes_the_place_of_measures_nothing() {
        var whole = AnEstimate.given(wednesdays(52), FEE);

        assertThat(measured(List.of(AFTER, whole), 10))
                .extracting(OpenEstimates.Watched::estimate)
                .containsExactly(AFTER);
    }

    /** They came to so many of the first sessions, and no insurance of theirs is in force. */
    private static List<OpenEstimates.Watched> measured(List<Estimate> theirs, int came) {
        var visits = new ArrayList<SelfPayStore.Visit>();
        wednesdays(came)
                .forEach(day -> visits.add(
                        new SelfPayStore.Visit(ALine.PATIENT, GROUP.id(), UUID.randomUUID(), day, List.of())));
        return new MeasuredEstimates(
                        Map.of(GROUP.id(), GROUP), WHO, visits, wednesdays(came).getLast())
                .of(List.of(theirs));
    }
}
