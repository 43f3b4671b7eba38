package org.circlekeeper.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class RoundsTest {

    @Autowired
    AnyPractice any;

    @Autowired
    Journal journal;

    @Autowired
    Approvals approvals;

    @Autowired
    RoundsForTests roundsOf;

    final CallPayer duty = new CallPayer("evergreen");
    PracticeId practice;
    Rounds rounds;

    @BeforeEach
    void a_practice() {
        practice = any.open();
        rounds = roundsOf.only(duty);
    }

    @Test
    void what_it_may_do_it_does_once_however_often_the_round_is_made() {
        rounds.make(practice, Trust.ACT);
        rounds.make(practice, Trust.ACT);

        assertThat(duty.called).containsExactly("evergreen");
    }

    @Test
    void a_new_practice_is_only_proposed_to_and_once() {
        assertThat(rounds.make(practice)).extracting(JournalEntry::kind).containsExactly(JournalEntry.Kind.PROPOSED);
        assertThat(rounds.make(practice)).isEmpty();

        assertThat(duty.called).isEmpty();
        assertThat(open()).containsExactly("evergreen");
    }

    @Test
    void a_yes_is_carried_out_by_the_next_round_in_the_name_of_whoever_said_it() {
        rounds.make(practice);
        var dana = new SignedIn(
                new PersonId(java.util.UUID.randomUUID()), "Dana", practice, "Any Practice", Set.of(Role.OWNER), null);
        any.run(practice, () -> approvals.approve("call-payer", "evergreen", dana));

        assertThat(rounds.make(practice)).extracting(JournalEntry::actor).containsExactly("Dana");
        assertThat(open()).isEmpty();
    }

    @Test
    void a_question_whose_cause_is_gone_closes_itself_and_one_that_comes_back_is_asked_again() {
        rounds.make(practice);
        duty.due.clear();
        rounds.make(practice);
        assertThat(open()).isEmpty();

        duty.due.add("evergreen");
        assertThat(rounds.make(practice)).hasSize(1);
        assertThat(open()).containsExactly("evergreen");
    }

    @Test
    void a_duty_that_is_off_does_nothing() {
        assertThat(rounds.make(practice, Trust.OFF)).isEmpty();
    }

    @Test
    void a_step_that_breaks_is_told_once_and_leaves_the_others_done() {
        duty.due.add("harbor");
        duty.breaks = "evergreen";

        assertThat(rounds.make(practice, Trust.ACT))
                .extracting(JournalEntry::kind)
                .containsExactlyInAnyOrder(JournalEntry.Kind.FAILED, JournalEntry.Kind.DID);
        assertThat(rounds.make(practice, Trust.ACT)).isEmpty();
        assertThat(duty.called).containsExactly("harbor");
    }

    private List<String> open() {
        return any.in(
                practice, () -> journal.open().stream().map(JournalEntry::key).toList());
    }

    /** Calls payers that are due. */
    static final class CallPayer implements Duty<String> {
        final List<String> due;
        final List<String> called = new ArrayList<>();
        String breaks = "";

        CallPayer(String... due) {
            this.due = new ArrayList<>(List.of(due));
        }

        @Override
        public String id() {
            return "call-payer";
        }

        @Override
        public String promise() {
            return "Every payer is called.";
        }

        @Override
        public int place() {
            return 1;
        }

        @Override
        public List<Step<String>> plan(Work work) {
            return due.stream()
                    .filter(payer -> !called.contains(payer))
                    .<Step<String>>map(payer -> new Step.Act<>(payer, payer, Because.of("It is due.")))
                    .toList();
        }

        @Override
        public void perform(Work work, String payer) {
            if (payer.equals(breaks)) {
                throw new StepRefused("Nobody answered.");
            }
            called.add(payer);
        }
    }
}
