package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.ROSA;
import static org.circlekeeper.eligibility.AskingPractice.TODAY;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.eligibility.web.DeskPage;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody heard stands from the day on which they heard it, and a gap in it is told. */
@PracticeTest
class HeardByAPersonTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private Eligibility eligibility;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = story.group(practice, "Circle", false);
        story.session(practice, group, WEDNESDAY);
    }

    private void heard(PatientId member, LocalDate day, Benefits benefits) {
        var policy = story.line(practice, member).who().policy();
        story.run(
                practice,
                () -> eligibility.record(policy, new Eligibility.ByHand(How.PHONE, day, "R-1", "Kim", benefits), ROSA));
    }

    private static Benefits says(
            EligibilityStatus status, Covered covered, int left, Benefits.@Nullable CarveOut carveOut) {
        return new Benefits(
                status,
                covered,
                Money.dollars("99"),
                null,
                null,
                20,
                left,
                AuthorizationNeed.NO,
                "Y",
                carveOut,
                null,
                null,
                null,
                "");
    }

    @Test
    void a_call_that_is_written_down_late_replaces_nothing_newer() {
        var member = story.member(practice, group, "BRHP1", "W1");
        story.askAndTakeIn(practice);

        heard(member, LocalDate.of(2026, 10, 5), says(EligibilityStatus.ACTIVE, Covered.YES, 9, null));

        assertThat(story.answer(practice, member).benefits().copay()).isEqualTo(Money.dollars("25"));
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.FINE);
    }

    @Test
    void whom_the_payer_is_not_expected_to_pay_for_is_a_gap_and_not_verified() {
        var gone = story.member(practice, group, "BRHP1", "W1");
        var spent = story.member(practice, group, "BRHP1", "W2");
        var bare = story.member(practice, group, "BRHP1", "W3");

        heard(gone, TODAY, says(EligibilityStatus.INACTIVE, Covered.NO, 9, null));
        heard(spent, TODAY, says(EligibilityStatus.ACTIVE, Covered.YES, 0, null));
        heard(bare, TODAY, says(EligibilityStatus.ACTIVE, Covered.NO, 9, null));

        for (var member : List.of(gone, spent, bare)) {
            assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.GAP);
        }
        assertThat(story.line(practice, gone).verdict().because()).startsWith("The plan is not in force.");
        assertThat(story.line(practice, spent).verdict().because()).startsWith("No visits are left.");
        assertThat(story.line(practice, bare).verdict().because()).startsWith("Group therapy is not covered.");
    }

    @Test
    void a_carve_out_is_asked_about_until_somebody_heard_what_holds_there() {
        var member = story.member(practice, group, "BRHP1", "CARVEOUT1");
        story.askAndTakeIn(practice);
        assertThat(story.line(practice, member).needsCall()).isTrue();

        var harbor = new Benefits.CarveOut("Harbor", "88999");
        heard(member, TODAY, says(EligibilityStatus.ACTIVE, Covered.YES, 9, harbor));

        assertThat(story.line(practice, member).needsCall()).isFalse();
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.GAP);
        assertThat(story.line(practice, member).verdict().because()).contains("Harbor");
    }

    @Test
    void nobody_is_called_verified_of_whom_an_answer_is_waited_for() {
        story.member(practice, group, "BRHP1", "W1");
        story.press(practice);

        var lines = List.copyOf(story.lines(practice).values());
        var page = new DeskPage(DeskPage.Show.DUE, lines, 7, 0);

        assertThat(page.rows()).isEmpty();
        assertThat(page.empty()).doesNotContain("verified").contains("An answer is waited for about 1 line");
    }
}
