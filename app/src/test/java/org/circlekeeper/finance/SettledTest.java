package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.ALine.NOW;
import static org.circlekeeper.finance.ALine.PAYER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.payers.Program;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.junit.jupiter.api.Test;

/** Which talk still holds about a gap. */
class SettledTest {

    private static final Benefits NOT =
            ALine.benefits(EligibilityStatus.ACTIVE, Covered.NO, null, AuthorizationNeed.NO, null);
    private static final CoverageGap GAP =
            ALine.gaps(ALine.of(Program.COMMERCIAL, NOT)).getFirst();

    @Test
    void a_talk_holds_while_the_payer_says_the_same() {
        var talk = talk(ago(20), LocalDate.of(2026, 11, 3));
        var answers = List.of(answer(NOT, 0), answer(NOT, 10), answer(NOT, 30), answer(ALine.fine(), 40));

        assertThat(Settled.of(GAP, List.of(talk), answers, null)).contains(talk);
    }

    @Test
    void an_answer_that_turned_and_turned_back_is_talked_about_anew() {
        var talk = talk(ago(20), LocalDate.of(2026, 11, 3));
        var answers = List.of(answer(NOT, 0), answer(NOT, 5), answer(ALine.fine(), 10), answer(NOT, 30));

        assertThat(Settled.of(GAP, List.of(talk), answers, null)).isEmpty();
    }

    @Test
    void a_question_that_was_refused_in_between_turns_nothing() {
        var refused =
                ALine.benefits(EligibilityStatus.REJECTED, Covered.UNKNOWN, null, AuthorizationNeed.UNKNOWN, null);
        var talk = talk(ago(20), LocalDate.of(2026, 11, 3));
        var answers = List.of(answer(NOT, 0), answer(refused, 10), answer(NOT, 30));

        assertThat(Settled.of(GAP, List.of(talk), answers, null)).contains(talk);
    }

    @Test
    void after_a_year_it_is_talked_about_anew() {
        var answers = List.of(answer(NOT, 500));

        assertThat(Settled.of(GAP, List.of(talk(ago(363), LocalDate.of(2025, 11, 26))), answers, null))
                .isPresent();
        assertThat(Settled.of(GAP, List.of(talk(ago(363), LocalDate.of(2025, 11, 25))), answers, null))
                .isEmpty();
    }

    @Test
    void what_was_agreed_before_the_gap_had_gone_for_a_while_holds_no_more() {
        var answers = List.of(answer(NOT, 30));
        var talk = talk(ago(20), LocalDate.of(2026, 11, 3));

        assertThat(Settled.of(GAP, List.of(talk), answers, LocalDate.of(2026, 11, 3)))
                .isPresent();
        assertThat(Settled.of(GAP, List.of(talk), answers, LocalDate.of(2026, 11, 4)))
                .isEmpty();
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Answer answer(Benefits benefits, int daysAgo) {
        return ALine.answer(PAYER, benefits, ago(daysAgo));
    }

    private static Talk talk(Instant at, LocalDate on) {
        var said = new Talk.Said(on, "Rosa Diaz", "the member", TalkWay.PHONE, Outcome.OTHER_GROUP, null, "", "");
        return new Talk(UUID.randomUUID(), ALine.PATIENT, Talk.About.of(GAP), said, "Rosa Diaz", at);
    }
}
