package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Seats are kept for one person in two groups that meet at one time: whoever gives both at once gives one of them. */
@PracticeTest
class KeptForTwoGroupsTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Offers offers;

    @Autowired
    Placements placements;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    MovableClock clock;

    private Instant began;
    private WaitingPractice.Made made;
    private PatientId kim;
    private EntryId one;
    private EntryId other;

    @BeforeEach
    void two_seats_to_which_one_person_said_yes() {
        began = clock.instant();
        clock.moveTo(Instant.parse("2026-11-23T15:00:00Z"));
        made = waiting.made(1);
        kim = waiting.any.patient(made.practice());
        var beside = in(() -> {
            var type = groups.type(made.type()).orElseThrow();
            var leader = groups.find(made.group()).orElseThrow().leader();
            return groups.found(type, "Beside", 3, leader, DateRange.from(WaitingPractice.FIRST), TESTER);
        });
        meets(made.group(), "18:30");
        meets(beside, "19:00");
        one = saidYes(1, made.group());
        other = saidYes(2, beside);
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @RepeatedTest(3)
    void one_seat_is_theirs_and_the_other_stays_kept_with_what_stands_against_it() throws Exception {
        assertThat(atOnce(() -> placements.seat(one, "", TESTER), () -> placements.seat(other, "", TESTER)))
                .satisfiesOnlyOnce(placed -> assertThat(placed).isInstanceOf(Placements.Placed.Seated.class))
                .satisfiesOnlyOnce(placed -> assertThat(placed)
                        .isInstanceOfSatisfying(
                                Placements.Placed.Held.class,
                                held -> assertThat(held.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("group-then")));
        assertThat(in(() -> rosters.of(kim))).hasSize(1);
    }

    private EntryId saidYes(int number, GroupId group) {
        var id = waiting.waits(made, "Kim", number);
        in(() -> waiting.links(id, kim));
        assertThat(in(() -> offers.make(new Offers.Wanted(id, group, TUESDAY, Offers.USUAL, ""), TESTER)))
                .isInstanceOf(Offers.Made.Kept.class);
        assertThat(in(() -> offers.accept(id, TESTER))).isInstanceOf(Offers.Answered.Done.class);
        return id;
    }

    private void meets(GroupId group, String start) {
        waiting.any.run(made.practice(), () -> {
            var leader = groups.find(group).orElseThrow().leader();
            var starts = TUESDAY.atTime(LocalTime.parse(start))
                    .atZone(AnyPractice.ZONE)
                    .toInstant();
            sessions.add(List.of(new Session(
                    sessions.newId(),
                    group,
                    null,
                    TUESDAY,
                    starts,
                    starts.plus(Duration.ofMinutes(90)),
                    leader,
                    "11",
                    Session.Status.PLANNED,
                    null,
                    false)));
        });
    }

    private List<Placements.Placed> atOnce(Callable<Placements.Placed> first, Callable<Placements.Placed> second)
            throws Exception {
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(List.of(within(both, first), within(both, second))).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }

    private Callable<Placements.Placed> within(CyclicBarrier both, Callable<Placements.Placed> work) {
        return () -> in(() -> {
            try {
                both.await(20, TimeUnit.SECONDS);
                return work.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private <T> T in(Supplier<T> work) {
        return waiting.any.in(made.practice(), work);
    }
}
