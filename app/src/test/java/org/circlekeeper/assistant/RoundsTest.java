package org.circlekeeper.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.audit.Verdict;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient db;

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

    /** What is sent then may take long: a mail server that answers slowly keeps nobody's round waiting. */
    @Test
    void whoever_is_told_after_a_round_keeps_no_other_round_waiting() {
        var another = new ArrayList<List<JournalEntry>>();
        var telling = roundsOf.telling(of -> another.add(CompletableFuture.supplyAsync(() -> rounds.make(of, Trust.ACT))
                .orTimeout(20, TimeUnit.SECONDS)
                .join()));

        telling.make(practice, Trust.ACT);

        assertThat(another).hasSize(1);
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
        any.run(practice, () -> approvals.approve("call-payer", "evergreen", dana()));

        assertThat(rounds.make(practice)).extracting(JournalEntry::actor).containsExactly("Dana");
        assertThat(open()).isEmpty();
    }

    @Test
    void what_was_done_before_is_done_again_when_its_situation_comes_back() {
        rounds.make(practice, Trust.ACT);
        duty.called.clear();

        assertThat(rounds.make(practice, Trust.ACT))
                .extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.DID);
        assertThat(duty.called).containsExactly("evergreen");
    }

    @Test
    void a_step_that_stays_due_however_often_it_is_done_is_done_once_a_round() {
        duty.forgets = true;

        assertThat(rounds.make(practice, Trust.ACT)).hasSize(1);
    }

    @Test
    void a_yes_ends_with_its_question_and_does_not_count_when_that_comes_back() {
        rounds.make(practice);
        duty.breaks = "evergreen";
        any.run(practice, () -> approvals.approve("call-payer", "evergreen", dana()));
        assertThat(rounds.make(practice)).extracting(JournalEntry::kind).containsExactly(JournalEntry.Kind.FAILED);
        duty.breaks = "";
        duty.due.clear();
        rounds.make(practice);

        duty.due.add("evergreen");
        assertThat(rounds.make(practice)).extracting(JournalEntry::kind).containsExactly(JournalEntry.Kind.PROPOSED);
        assertThat(duty.called).isEmpty();
    }

    @Test
    void a_yes_to_what_nobody_proposed_is_not_kept() {
        assertThat(any.in(practice, () -> approvals.approve("call-payer", "evergreen", dana())))
                .isFalse();

        rounds.make(practice);
        rounds.make(practice);
        assertThat(duty.called).isEmpty();
    }

    @Test
    void a_failure_of_the_program_is_told_without_its_inner_names_and_with_whom_to_ask() {
        duty.broken = true;

        assertThat(rounds.make(practice, Trust.ACT))
                .singleElement()
                .satisfies(entry -> assertThat(entry.because().sentence())
                        .contains("say this reference to whoever runs Circlekeeper for you")
                        .doesNotContain("Exception"));
        assertThat(rounds.make(practice, Trust.ACT)).as("told once").isEmpty();
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
    void a_promise_already_made_is_kept_however_far_the_assistant_may_go() {
        duty.promised = true;

        assertThat(rounds.make(practice, Trust.OFF))
                .extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.DID);
        duty.due.add("harbor");
        assertThat(rounds.make(practice)).extracting(JournalEntry::kind).containsExactly(JournalEntry.Kind.DID);
        assertThat(duty.called).containsExactly("evergreen", "harbor");
        assertThat(rounds.trusted()).as("nobody is asked how far it may go").isEmpty();
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

    @Test
    void i11_what_a_duty_reads_is_one_row_for_the_duty_the_practice_and_the_round() {
        rounds.make(practice, Trust.ACT);
        assertThat(readings()).as("a first round of two passes").isEqualTo(1);

        rounds.make(practice);
        rounds.make(practice, Trust.OFF);
        assertThat(readings())
                .as("a second round, and one in which the duty is off")
                .isEqualTo(2);
        assertThat(any.in(practice, () -> audit.latest(100)))
                .as("what people read of the trail is not buried under it")
                .noneMatch(
                        entry -> entry.kind().equals("shown") && entry.actorId().equals("call-payer"))
                .anyMatch(entry -> entry.kind().equals("did") && entry.actorId().equals("call-payer"));
        assertThat(any.in(practice, audit::verify)).isInstanceOf(Verdict.Whole.class);
    }

    private long readings() {
        return any.in(practice, () -> db.sql("""
                        select count(*)
                          from audit.entry
                         where kind = 'shown'
                           and actor_kind = 'duty'
                           and actor_id = 'call-payer'
                        """).query(Long.class).single());
    }

    @Test
    void many_who_ask_for_a_round_at_once_all_get_one() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = Stream.generate(() -> threads.submit(() -> rounds.make(practice, Trust.ACT)))
                    .limit(20)
                    .toList();
            asked.forEach(RoundsTest::done);
        }
        assertThat(duty.called).containsExactly("evergreen");
    }

    @Test
    void a_duty_that_cannot_even_look_is_told_as_failed_and_stops_no_other() {
        duty.breaks = "looking";
        var other = new CallPayer("harbor");
        var entries = roundsOf.only(duty, other).make(practice, Trust.ACT);

        assertThat(entries)
                .extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.FAILED, JournalEntry.Kind.DID);
        assertThat(other.called).containsExactly("harbor");
    }

    private static void done(Future<?> round) {
        try {
            round.get();
        } catch (InterruptedException | ExecutionException broken) {
            throw new AssertionError(broken);
        }
    }

    private SignedIn dana() {
        return new SignedIn(
                new PersonId(UUID.randomUUID()), "Dana", practice, "Any Practice", Set.of(Role.OWNER), null);
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
        boolean promised;
        boolean broken;
        boolean forgets;

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
        public Manner manner() {
            return Manner.proposing(
                    Permission.SEE_JOURNAL,
                    new Manner.Agreement(Permission.ANSWER_QUESTIONS, "Call", "Call %d payers.", "Call them all"));
        }

        @Override
        public int place() {
            return 1;
        }

        @Override
        public boolean keepsPromise() {
            return promised;
        }

        @Override
        public List<Step<String>> plan(Work work) {
            if (breaks.equals("looking")) {
                throw new IllegalStateException("The line is dead");
            }
            return due.stream()
                    .filter(payer -> !called.contains(payer))
                    .<Step<String>>map(payer -> new Step.Act<>(payer, payer, Because.of("It is due.")))
                    .toList();
        }

        @Override
        public void perform(Work work, String payer) {
            if (broken) {
                throw new IllegalStateException("The line is dead");
            }
            if (payer.equals(breaks)) {
                throw new StepRefused("Nobody answered.");
            }
            if (!forgets) {
                called.add(payer);
            }
        }
    }
}
