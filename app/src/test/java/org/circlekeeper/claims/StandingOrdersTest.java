package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.JournalEntry.Kind;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order to let claims go ends after ninety days, and not unnoticed. */
@PracticeTest
class StandingOrdersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private BilledPractice story;

    @Autowired
    private Payers payers;

    private PracticeId practice;

    @BeforeEach
    void a_practice() {
        practice = story.open();
    }

    @Test
    void a_standing_order_that_ends_within_a_week_is_asked_about() {
        orderGivenOn(TODAY.minusDays(85));

        assertThat(story.scheduledRound(practice, Trust.PROPOSE)).anyMatch(StandingOrdersTest::asksForTheOrder);
    }

    @Test
    void one_that_was_renewed_or_has_weeks_to_go_is_not() {
        orderGivenOn(TODAY.minusDays(85));
        orderGivenOn(TODAY.minusDays(60));

        assertThat(story.scheduledRound(practice, Trust.PROPOSE)).noneMatch(StandingOrdersTest::asksForTheOrder);
    }

    private void orderGivenOn(LocalDate day) {
        story.run(
                practice,
                () -> payers.order(
                        payers.byPayerId("BRHP1").orElseThrow().id(),
                        BilledPractice.DANA.id().value(),
                        "Dana Whitfield",
                        day));
    }

    private static boolean asksForTheOrder(JournalEntry entry) {
        return entry.kind() == Kind.ASKED && entry.key().startsWith("order:");
    }
}
