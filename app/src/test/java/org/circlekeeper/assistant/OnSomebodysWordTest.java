package org.circlekeeper.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.circlekeeper.access.Permission;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** I18: whoever has a round made has nothing done that they may not agree to themselves. */
@PracticeTest
class OnSomebodysWordTest {

    private static final Actor SOMEBODY = new Actor.Operator("somebody");

    @Autowired
    AnyPractice any;

    @Autowired
    RoundsForTests roundsOf;

    final RoundsTest.CallPayer duty = new RoundsTest.CallPayer("evergreen");
    PracticeId practice;
    Rounds rounds;

    @BeforeEach
    void a_practice() {
        practice = any.open();
        rounds = roundsOf.only(duty);
    }

    private static boolean mayNotCall(Permission permission) {
        return permission != Permission.ANSWER_QUESTIONS;
    }

    @Test
    void i18_what_they_may_not_agree_to_is_proposed_as_the_practice_wishes() {
        assertThat(rounds.make(practice, Trust.ACT, SOMEBODY, OnSomebodysWordTest::mayNotCall))
                .extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.PROPOSED);
        assertThat(duty.called).isEmpty();

        assertThat(rounds.make(practice, Trust.ACT, SOMEBODY, _ -> true))
                .extracting(JournalEntry::actor)
                .containsExactly(SOMEBODY.label());
        assertThat(duty.called).containsExactly("evergreen");
    }

    @Test
    void that_nothing_is_done_anybody_may_say() {
        assertThat(rounds.make(practice, Trust.OFF, SOMEBODY, OnSomebodysWordTest::mayNotCall))
                .isEmpty();
        assertThat(duty.called).isEmpty();
    }
}
