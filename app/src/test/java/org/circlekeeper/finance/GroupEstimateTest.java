package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
import org.junit.jupiter.api.Test;

/** What a year of a group is expected to cost. */
class GroupEstimateTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 6);
    private static final Money FEE = Money.dollars("60");

    private static List<LocalDate> every(int days, int count) {
        return Stream.iterate(FIRST, day -> day.plusDays(days)).limit(count).toList();
    }

    @Test
    void a_weekly_group_is_estimated_for_twelve_months_with_how_often_and_how_many() {
        var estimate = new GroupEstimate(every(7, 53), FEE);

        assertThat(estimate.count()).isEqualTo(53);
        assertThat(estimate.total()).isEqualTo(Money.dollars("3180"));
        assertThat(estimate.inWords()).isEqualTo("once a week, 53 sessions from Wed 6 Jan 2027 to Wed 5 Jan 2028");
        assertThat(estimate.renewOn()).isEqualTo(LocalDate.of(2027, 12, 2));
    }

    @Test
    void a_week_that_falls_out_leaves_it_weekly_and_two_weeks_are_told() {
        var out = every(7, 10).stream()
                .filter(day -> !day.equals(LocalDate.of(2027, 1, 20)))
                .toList();

        assertThat(new GroupEstimate(out, FEE).inWords()).startsWith("once a week, 9 sessions");
        assertThat(new GroupEstimate(every(14, 6), FEE).inWords()).startsWith("every two weeks, 6 sessions");
        assertThat(new GroupEstimate(every(7, 1), FEE).inWords()).startsWith("1 session from");
    }

    @Test
    void none_and_more_than_twelve_months_are_refused() {
        assertThatThrownBy(() -> new GroupEstimate(List.of(), FEE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GroupEstimate(List.of(FIRST, FIRST.plusMonths(12)), FEE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new GroupEstimate(List.of(FIRST, FIRST.plusMonths(12).minusDays(1)), FEE).count())
                .isEqualTo(2);
    }

    @Test
    void an_estimate_says_what_it_is_not_and_that_no_diagnosis_was_made() {
        assertThat(contents(List.of()).notices())
                .hasSize(5)
                .anyMatch(one -> one.contains("No diagnosis"))
                .anyMatch(one -> one.contains("not a contract"))
                .anyMatch(one -> one.contains("$400") && one.contains("120 days"));
        assertThat(contents(List.of(new DiagnosisCode("F33.1"))).notices())
                .hasSize(4)
                .noneMatch(one -> one.contains("No diagnosis"));
    }

    @Test
    void one_that_ends_before_another_fee_says_when_and_what_a_session_costs_then() {
        var early = new GroupEstimate(every(7, 6), FEE, Money.dollars("70"));

        assertThat(early.ends()).isEqualTo("It ends with Wed 10 Feb 2027: from then on a session costs $70.00.");
        assertThat(AnEstimate.contents(List.of(), early).notices()).anyMatch(one -> one.startsWith(early.ends()));
        assertThat(new GroupEstimate(every(7, 6), FEE).ends()).isEmpty();
    }

    private static EstimateContents contents(List<DiagnosisCode> diagnoses) {
        return AnEstimate.contents(diagnoses, new GroupEstimate(every(7, 10), FEE));
    }
}
