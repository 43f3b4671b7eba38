package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.terms.DateRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A seat that opens, is offered, expires, is offered to the next and accepted. */
@PracticeTest
class SeatThatOpensTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 23);

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Rounds rounds;

    @Autowired
    PracticeRules rules;

    @Autowired
    Rosters rosters;

    @Autowired
    Offers offers;

    @Autowired
    Placements placements;

    @Autowired
    Patients patients;

    @Autowired
    Calls calls;

    @Autowired
    Appointments appointments;

    @Autowired
    AuditTrail audit;

    @Autowired
    MovableClock clock;

    WaitingPractice.Made made;
    EntryId lena;
    EntryId ben;

    /** Lena asked three days before Ben; nobody decided about Cleo, who asked first of all. */
    @BeforeEach
    void a_full_group_and_people_who_wait() {
        clock.moveTo(MONDAY.minus(Duration.ofDays(20)));
        made = waiting.made();
        waiting.asks(made, "Cleo", 3);
        clock.moveTo(MONDAY.minus(Duration.ofDays(19)));
        lena = waiting.waits(made, "Lena", 1);
        clock.moveTo(MONDAY.minus(Duration.ofDays(16)));
        ben = waiting.waits(made, "Ben", 2);
        clock.moveTo(MONDAY);
    }

    @AfterEach
    void back() {
        clock.moveTo(MONDAY);
    }

    @Test
    void it_is_proposed_offered_expires_and_goes_to_the_next() {
        assertThat(looked(Trust.PROPOSE)).as("no seat is free").isEmpty();
        any.run(made.practice(), () -> rosters.leave(made.seats().getFirst(), LAST, Ending.MOVED, "moved", TESTER));

        assertThat(looked(Trust.PROPOSE))
                .singleElement()
                .extracting(entry -> entry.because().sentence())
                .isEqualTo("A seat opens in Tuesday Skills on Tue 24 Nov. 2 people fit.");
        assertThat(looked(Trust.PROPOSE))
                .as("the same situation is proposed once")
                .isEmpty();

        assertThat(looked(Trust.ACT)).hasSize(1);
        assertThat(waiting.now(made, lena).status()).isEqualTo(WaitStatus.OFFERED);
        assertThat(calledAbout(lena))
                .containsExactly(
                        "Offer them a seat from Tue 24 Nov. It is kept for them until Wed 25 Nov 2026, 09:00.");
        assertThat(freeSeats()).isZero();
        assertThat(looked(Trust.ACT))
                .as("nobody is offered a seat that is kept")
                .isEmpty();

        clock.moveTo(MONDAY.plus(Duration.ofHours(49)));
        assertThat(looked(Trust.ACT))
                .extracting(JournalEntry::key)
                .hasSize(2)
                .first()
                .asString()
                .startsWith("expire:");
        assertThat(waiting.now(made, lena).status()).isEqualTo(WaitStatus.WAITING);
        assertThat(waiting.now(made, ben).status()).isEqualTo(WaitStatus.OFFERED);

        benTakesIt();
        assertThat(looked(Trust.ACT)).isEmpty();
    }

    private void benTakesIt() {
        assertThat(inPractice(() -> offers.accept(ben, TESTER))).isInstanceOf(Offers.Answered.Done.class);
        assertThat(inPractice(() -> placements.seat(ben, "", TESTER))).isInstanceOf(Placements.Placed.Seated.class);
        assertThat(waiting.now(made, ben).status()).isEqualTo(WaitStatus.ENROLLED);
        var members = inPractice(() -> rosters.of(made.group()));
        assertThat(members).hasSize(4);
        assertThat(inPractice(() -> patients.find(members.getLast().patient())
                        .orElseThrow()
                        .name()
                        .first()))
                .isEqualTo("Ben");
        assertThat(calledAbout(ben)).isEmpty();
    }

    /** The journal is read by people who may not see who waits, and the audit trail is for ever. */
    @Test
    void i03_the_line_about_a_seat_names_nobody_and_quotes_nobody() {
        any.run(made.practice(), () -> waiting.waitlist.markUrgent(lena, "her brother threatens her", TESTER));
        any.run(made.practice(), () -> rosters.leave(made.seats().getFirst(), LAST, Ending.MOVED, "moved", TESTER));

        var told = new ArrayList<JournalEntry>(looked(Trust.PROPOSE));
        told.addAll(looked(Trust.ACT));
        assertThat(told)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.because().toString())
                        .contains("/waitlist/placement")
                        .doesNotContain("Lena", "Ben", "Waits", "brother", lena.toString()));
        assertThat(inPractice(() -> audit.latest(40)).toString()).doesNotContain("brother", "Lena");
    }

    @Test
    void the_appointments_of_somebody_who_waited_are_those_of_the_patient_they_become() {
        var wanted = new Appointments.Wanted(
                Appointment.Kind.SCREENING,
                null,
                null,
                ben.value(),
                "Ben",
                LAST.plusDays(2),
                LocalTime.of(10, 0),
                Duration.ofMinutes(45),
                any.leader(made.practice()),
                null,
                "",
                "11");
        assertThat(inPractice(() -> appointments.book(wanted, TESTER))).isInstanceOf(Appointments.Booked.Done.class);
        var patient = any.patient(made.practice());
        var entry = waiting.now(made, ben);
        any.run(made.practice(), () -> placements.isPatient(entry, patient, TESTER));

        assertThat(inPractice(() -> appointments.of(ben.value())))
                .singleElement()
                .satisfies(one -> assertThat(one.patient()).isEqualTo(patient));
    }

    @Test
    void whoever_is_too_late_is_told_so_and_keeps_the_days_waited() {
        offered(lena);
        clock.moveTo(MONDAY.plus(Duration.ofHours(48)));

        var answer = inPractice(() -> offers.accept(lena, TESTER));

        assertThat(answer).isEqualTo(new Offers.Answered.TooLate(MONDAY.plus(Duration.ofHours(48)), 2));
        assertThat(waiting.now(made, lena).status()).isEqualTo(WaitStatus.WAITING);
        assertThat(freeSeats()).isEqualTo(1);
        assertThat(inPractice(() -> offers.accept(lena, TESTER)))
                .isEqualTo(new Offers.Answered.NoOffer(WaitStatus.WAITING));
    }

    @Test
    void an_offer_ends_by_itself_where_seats_are_only_proposed_and_the_next_is_proposed_at_once() {
        offered(lena);
        clock.moveTo(MONDAY.plus(Duration.ofHours(48)));

        assertThat(looked(Trust.PROPOSE))
                .extracting(entry -> entry.duty() + " " + entry.kind())
                .containsExactly("end-offers DID", "fill-seats PROPOSED");
        assertThat(waiting.now(made, lena).status()).isEqualTo(WaitStatus.WAITING);
        assertThat(waiting.now(made, ben).status()).isEqualTo(WaitStatus.WAITING);
        assertThat(freeSeats()).isEqualTo(1);
        assertThat(calledAbout(lena)).isEmpty();
        assertThat(looked(Trust.PROPOSE)).as("it ended once").isEmpty();
    }

    @Test
    void an_offer_ends_by_itself_where_nothing_else_is_done() {
        offered(lena);
        clock.moveTo(MONDAY.plus(Duration.ofHours(48)));

        assertThat(looked(Trust.OFF)).extracting(JournalEntry::duty).containsExactly(EndOffers.ID);
        assertThat(waiting.now(made, lena).status()).isEqualTo(WaitStatus.WAITING);
    }

    @Test
    void an_offer_that_was_accepted_does_not_end() {
        offered(lena);
        inPractice(() -> offers.accept(lena, TESTER));
        clock.moveTo(MONDAY.plus(Duration.ofDays(9)));

        assertThat(looked(Trust.PROPOSE)).isEmpty();
        assertThat(waiting.now(made, lena).status()).isEqualTo(WaitStatus.CLEARING);
    }

    @Test
    void an_offer_accepted_while_it_expires_has_exactly_one_outcome() throws Exception {
        offered(lena);
        clock.moveTo(MONDAY.plus(Duration.ofHours(48)).minusMillis(1));
        List<Object> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(List.<Callable<Object>>of(
                            () -> inPractice(() -> offers.accept(lena, TESTER)),
                            () -> {
                                clock.moveTo(MONDAY.plus(Duration.ofHours(48)));
                                return inPractice(() -> offers.expire(lena));
                            },
                            () -> inPractice(() -> offers.accept(lena, TESTER))))
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
        boolean accepted = waiting.now(made, lena).status() == WaitStatus.CLEARING;

        assertThat(waiting.now(made, lena).status()).isIn(WaitStatus.CLEARING, WaitStatus.WAITING);
        assertThat(freeSeats()).isEqualTo(accepted ? 0 : 1);
        assertThat(answers.contains(new Offers.Answered.Done())).isEqualTo(accepted);
        assertThat(answers.contains(true)).as("expired by the duty").isIn(!accepted, false);
    }

    @Test
    void a_declined_offer_is_not_made_again_by_itself_and_a_person_may_all_the_same() {
        offered(lena);
        inPractice(() -> offers.decline(lena, true, "not this week", TESTER));
        assertThat(looked(Trust.ACT))
                .singleElement()
                .extracting(entry -> entry.because().sentence())
                .asString()
                .contains("1 person fits.");
        assertThat(waiting.now(made, ben).status()).isEqualTo(WaitStatus.OFFERED);
        inPractice(() -> offers.withdraw(ben, "mistaken", TESTER));

        assertThat(make(lena, "")).isInstanceOf(Offers.Made.Held.class);
        assertThat(make(lena, "called and asked for it")).isInstanceOf(Offers.Made.Kept.class);
    }

    @Test
    void nobody_is_offered_a_seat_by_silence_whatever_the_reason_given() {
        any.run(made.practice(), () -> rosters.leave(made.seats().getFirst(), LAST, Ending.MOVED, "moved", TESTER));
        var dov = waiting.asks(made, "Dov", 4);

        assertThat(make(dov, "the owner says so")).isEqualTo(new Offers.Made.NotWaiting(WaitStatus.INQUIRY));
    }

    private void offered(EntryId entry) {
        any.run(made.practice(), () -> rosters.leave(made.seats().getFirst(), LAST, Ending.MOVED, "moved", TESTER));
        assertThat(make(entry, "")).isInstanceOf(Offers.Made.Kept.class);
    }

    private Offers.Made make(EntryId entry, String despite) {
        return inPractice(() ->
                offers.make(new Offers.Wanted(entry, made.group(), LAST.plusDays(1), Offers.USUAL, despite), TESTER));
    }

    private List<JournalEntry> looked(Trust trust) {
        any.run(made.practice(), () -> rules.trust(FillSeats.ID, trust, TESTER));
        return rounds.make(made.practice()).stream()
                .filter(entry ->
                        entry.duty().equals(FillSeats.ID) || entry.duty().equals(EndOffers.ID))
                .toList();
    }

    private int freeSeats() {
        return inPractice(() -> rosters.freeSeats(made.group(), DateRange.from(LAST.plusDays(1))));
    }

    private List<String> calledAbout(EntryId entry) {
        return inPractice(() -> calls.open().stream()
                .filter(call -> entry.value().equals(call.whom().entry()))
                .map(call -> call.why())
                .filter(why -> !why.startsWith("Asked about"))
                .toList());
    }

    private <T> T inPractice(Supplier<T> work) {
        return any.in(made.practice(), work);
    }
}
