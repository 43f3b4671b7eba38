package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PracticeTest
class RostersTest {

    static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    PracticeId practice;
    GroupId group;

    @BeforeEach
    void a_group_of_three_seats() {
        practice = any.open();
        group = any.in(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            return groups.found(type, "Three seats", 3, any.leader(practice), DateRange.from(FIRST), TESTER);
        });
    }

    @Test
    void a_full_group_takes_nobody_until_a_seat_is_free() {
        var first = join(any.patient(practice), DateRange.from(FIRST));
        join(any.patient(practice), DateRange.from(FIRST));
        join(any.patient(practice), DateRange.from(FIRST));
        var late = any.patient(practice);
        assertThat(join(late, DateRange.from(FIRST))).isEqualTo(new Rosters.Joined.Full(3));

        var leaving = ((Rosters.Joined.Seated) first).membership();
        any.run(practice, () -> rosters.leave(leaving, FIRST.plusDays(6), Ending.MOVED, "moved", TESTER));

        assertThat(join(late, DateRange.from(FIRST.plusDays(6)))).isInstanceOf(Rosters.Joined.Full.class);
        assertThat(join(late, DateRange.from(FIRST.plusDays(7)))).isInstanceOf(Rosters.Joined.Seated.class);
    }

    @Test
    void a_seat_in_the_future_counts_when_an_open_ended_episode_would_meet_it() {
        join(any.patient(practice), DateRange.from(FIRST.plusWeeks(2)));
        join(any.patient(practice), DateRange.from(FIRST.plusWeeks(2)));
        join(any.patient(practice), DateRange.from(FIRST.plusWeeks(2)));

        assertThat(join(any.patient(practice), DateRange.from(FIRST))).isInstanceOf(Rosters.Joined.Full.class);
        assertThat(join(any.patient(practice), new DateRange(FIRST, FIRST.plusWeeks(1))))
                .isInstanceOf(Rosters.Joined.Seated.class);
    }

    @Test
    void nobody_has_two_seats_in_a_group_at_once_and_coming_back_is_a_new_episode() {
        var patient = any.patient(practice);
        join(patient, new DateRange(FIRST, FIRST.plusWeeks(1)));

        assertThat(join(patient, DateRange.from(FIRST.plusDays(3)))).isInstanceOf(Rosters.Joined.AlreadySeated.class);
        assertThat(join(patient, DateRange.from(FIRST.plusWeeks(3)))).isInstanceOf(Rosters.Joined.Seated.class);
    }

    @Test
    void of_many_who_come_at_once_for_the_last_seat_one_gets_it() throws Exception {
        join(any.patient(practice), DateRange.from(FIRST));
        join(any.patient(practice), DateRange.from(FIRST));
        var racing = Stream.generate(() -> any.patient(practice)).limit(8).toList();
        List<Rosters.Joined> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = racing.stream()
                    .<Callable<Rosters.Joined>>map(patient -> () -> join(patient, DateRange.from(FIRST)))
                    .toList();
            answers = threads.invokeAll(attempts).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(answers).filteredOn(Rosters.Joined.Seated.class::isInstance).hasSize(1);
    }

    private Rosters.Joined join(PatientId patient, DateRange days) {
        return any.in(practice, () -> rosters.join(group, patient, days, TESTER));
    }
}
