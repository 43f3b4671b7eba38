package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.GroupRules;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two seats are free and two people wait who are never to sit together: one of them is promised a seat there. */
@PracticeTest
class PromisedAndKeptApartTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Rounds rounds;

    @Autowired
    PracticeRules rules;

    @Autowired
    Rosters rosters;

    @Autowired
    GroupRules groupRules;

    @Autowired
    Pools pools;

    @Autowired
    Offers offers;

    @Autowired
    Placements placements;

    @Autowired
    MovableClock clock;

    private Instant began;
    private WaitingPractice.Made made;
    private EntryId lena;
    private EntryId ben;

    @BeforeEach
    void two_free_seats_and_a_court_s_order() {
        began = clock.instant();
        clock.moveTo(Instant.parse("2026-11-19T15:00:00Z"));
        made = waiting.made(1);
        lena = waiting.waits(made, "Lena", 1);
        clock.moveTo(Instant.parse("2026-11-23T15:00:00Z"));
        ben = waiting.waits(made, "Ben", 2);
        var first = waiting.any.patient(made.practice());
        var second = waiting.any.patient(made.practice());
        waiting.any.run(made.practice(), () -> {
            waiting.links(lena, first);
            waiting.links(ben, second);
            groupRules.keepApart(first, second, true, "order", DateRange.from(TUESDAY), TESTER);
        });
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void two_who_are_kept_apart_are_not_proposed_for_one_group_and_not_offered_seats_of_it() {
        assertThat(looked(Trust.PROPOSE)).hasSize(1);
        assertThat(looked(Trust.ACT)).hasSize(1);
        assertThat(looked(Trust.ACT))
                .as("the other seat waits for somebody else")
                .isEmpty();
        assertThat(waiting.now(made, lena).status()).isEqualTo(WaitStatus.OFFERED);
        assertThat(waiting.now(made, ben).status()).isEqualTo(WaitStatus.WAITING);

        assertThat(make(ben, "the owner says so"))
                .isInstanceOfSatisfying(
                        Offers.Made.Held.class,
                        held -> assertThat(held.findings())
                                .singleElement()
                                .matches(found -> found.code().equals("protective-order"))
                                .extracting(found -> found.because().sentence())
                                .asString()
                                .doesNotContain("Lena"));
        inPractice(() -> offers.accept(lena, TESTER));
        assertThat(make(ben, "the owner says so")).as("she said yes").isInstanceOf(Offers.Made.Held.class);

        inPractice(() -> offers.decline(lena, false, "moved away", TESTER));
        assertThat(make(ben, "")).isInstanceOf(Offers.Made.Kept.class);
    }

    @Test
    void several_offers_out_of_one_look_keep_them_apart_and_let_go_of_what_was_kept_for_the_second() {
        List<Offers.Made> both = inPractice(() -> {
            offers.lock(List.of(lena, ben));
            var pool = pools.gathered();
            return List.of(offers.make(wanted(lena, ""), pool, TESTER), offers.make(wanted(ben, ""), pool, TESTER));
        });

        assertThat(both.getFirst()).isInstanceOf(Offers.Made.Kept.class);
        assertThat(both.getLast()).isInstanceOf(Offers.Made.Held.class);
        assertThat(waiting.now(made, ben).status()).isEqualTo(WaitStatus.WAITING);
        assertThat(freeSeats()).isEqualTo(1);
    }

    @Test
    void nobody_is_given_a_seat_beside_somebody_to_whom_one_is_promised_and_whoever_was_promised_it_has_it() {
        assertThat(make(lena, "")).isInstanceOf(Offers.Made.Kept.class);
        inPractice(() -> offers.accept(lena, TESTER));
        var patient = Objects.requireNonNull(waiting.now(made, ben).patient());
        var asked = new Admission(made.group(), patient, DateRange.from(TUESDAY), "the owner says so");

        assertThat(inPractice(() -> rosters.admit(asked, TESTER)))
                .isInstanceOfSatisfying(
                        Rosters.Joined.NotAdmitted.class,
                        not -> assertThat(not.findings())
                                .singleElement()
                                .matches(found -> found.weight() == Finding.Weight.ALWAYS_HOLDS)
                                .extracting(found -> found.because().sentence())
                                .isEqualTo(
                                        "Somebody for whom a seat is kept there and they are kept apart by a court's order."));
        assertThat(inPractice(() -> placements.seat(lena, "", TESTER))).isInstanceOf(Placements.Placed.Seated.class);
    }

    @RepeatedTest(3)
    void of_two_who_are_kept_apart_and_offered_seats_at_once_one_has_an_offer() throws Exception {
        List<Offers.Made> both;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CyclicBarrier(2);
            both = threads.invokeAll(List.of(atOnce(start, lena), atOnce(start, ben))).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(both)
                .satisfiesOnlyOnce(answer -> assertThat(answer).isInstanceOf(Offers.Made.Kept.class))
                .satisfiesOnlyOnce(answer -> assertThat(answer).isInstanceOf(Offers.Made.Held.class));
        assertThat(freeSeats()).isEqualTo(1);
    }

    /** Both have looked who waits before either keeps a seat. */
    private Callable<Offers.Made> atOnce(CyclicBarrier start, EntryId entry) {
        return () -> inPractice(() -> {
            var pool = pools.gathered();
            try {
                start.await(20, TimeUnit.SECONDS);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
            return offers.make(wanted(entry, ""), pool, TESTER);
        });
    }

    private Offers.Made make(EntryId entry, String despite) {
        return inPractice(() -> offers.make(wanted(entry, despite), TESTER));
    }

    private Offers.Wanted wanted(EntryId entry, String despite) {
        return new Offers.Wanted(entry, made.group(), TUESDAY, Offers.USUAL, despite);
    }

    private List<JournalEntry> looked(Trust trust) {
        waiting.any.run(made.practice(), () -> rules.trust(FillSeats.ID, trust, TESTER));
        return rounds.make(made.practice()).stream()
                .filter(entry -> entry.duty().equals(FillSeats.ID))
                .toList();
    }

    private int freeSeats() {
        return inPractice(() -> rosters.freeSeats(made.group(), DateRange.from(TUESDAY)));
    }

    private <T> T inPractice(Supplier<T> work) {
        return waiting.any.in(made.practice(), work);
    }
}
