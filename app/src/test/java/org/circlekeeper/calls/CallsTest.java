package org.circlekeeper.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom to call, and when a call comes again. */
@PracticeTest
class CallsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    AnyPractice any;

    @Autowired
    Calls calls;

    @Autowired
    MakeCalls duty;

    @Autowired
    Patients patients;

    PracticeId practice;
    Whom ana;

    @BeforeEach
    void somebody_to_call() {
        practice = any.open();
        var patient = any.patient(practice);
        ana = any.in(practice, () -> Whom.of(patients.find(patient).orElseThrow(), false));
    }

    @Test
    void the_same_person_for_the_same_reason_stands_on_the_list_once() {
        var first = ask("No group on Thursday.", MONDAY);

        assertThat(ask("No group on Thursday.", MONDAY)).isEqualTo(first);
        assertThat(ask("A seat is kept.", MONDAY)).isNotEqualTo(first);
    }

    @Test
    void a_call_that_reaches_nobody_comes_on_the_next_working_day_and_one_that_does_is_done() {
        var call = ask("No group on Thursday.", MONDAY);

        log(call, Contact.Outcome.NO_ANSWER, null);
        assertThat(open(call)).isEqualTo(MONDAY.plusDays(1));
        log(call, Contact.Outcome.SPOKE, MONDAY.plusDays(7));
        assertThat(open(call)).isEqualTo(MONDAY.plusDays(7));
        log(call, Contact.Outcome.SPOKE, null);
        assertThat(open(call)).isNull();
        assertThat(any.in(practice, () -> calls.of(Objects.requireNonNull(ana.patient()))))
                .extracting(Contact::outcome)
                .containsExactlyInAnyOrder(Contact.Outcome.SPOKE, Contact.Outcome.SPOKE, Contact.Outcome.NO_ANSWER);
    }

    @Test
    void what_was_said_before_somebody_was_a_patient_is_in_their_log_afterwards() {
        var entry = UUID.randomUUID();
        var lena = new Whom(null, entry, "Lena", "(217) 555-0142", "", true);
        any.run(practice, () -> calls.log(lena, null, contact(Contact.Outcome.SPOKE, null), TESTER));
        var patient = any.patient(practice);

        any.run(practice, () -> calls.isPatient(entry, patient));

        assertThat(any.in(practice, () -> calls.of(patient))).hasSize(1);
        assertThat(any.in(practice, () -> calls.of(entry))).hasSize(1);
    }

    @Test
    void overdue_calls_are_asked_about_once_a_day_with_their_number() {
        assertThat(planned(NOW)).isNull();
        ask("One.", MONDAY.minusDays(1));
        ask("Two.", MONDAY.minusDays(3));
        ask("Three.", MONDAY);

        var today = planned(NOW);
        assertThat(today).isNotNull();
        assertThat(today.question()).isEqualTo("2 calls were due before today. Who makes them?");
        assertThat(planned(NOW.plusSeconds(86_400)).key()).isNotEqualTo(today.key());
    }

    @Test
    void the_next_working_day_is_no_weekend_and_no_holiday() {
        var thanksgiving = Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27));

        assertThat(WorkingDays.after(LocalDate.of(2026, 11, 25), thanksgiving)).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    private Step.@Nullable Ask<Void> planned(Instant now) {
        var steps = any.in(practice, () -> duty.plan(new Work(practice, AnyPractice.ZONE, now)));
        return steps.isEmpty() ? null : (Step.Ask<Void>) steps.getFirst();
    }

    private CallId ask(String why, LocalDate due) {
        return any.in(practice, () -> calls.ask(ana, why, "/patients", due, TESTER));
    }

    private void log(CallId call, Contact.Outcome outcome, @Nullable LocalDate next) {
        any.run(practice, () -> calls.log(ana, call, contact(outcome, next), TESTER));
    }

    private @Nullable LocalDate open(CallId call) {
        return any.in(practice, () -> calls.find(call).map(Call::due).orElse(null));
    }

    private static Contact contact(Contact.Outcome outcome, @Nullable LocalDate next) {
        return new Contact(NOW, Contact.Channel.PHONE, outcome, "", "", next, "tester");
    }
}
