package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people who are not to sit together and are given a seat of the same group at the same moment. */
@PracticeTest
class KeptApartAtOnceTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 30);

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    GroupRules rules;

    @Autowired
    Rosters rosters;

    @Autowired
    KeptSeats kept;

    PracticeId practice;
    GroupId group;
    PatientId ana;
    PatientId ben;

    @BeforeEach
    void a_group_with_room_for_both() {
        practice = any.open();
        var leader = any.leader(practice);
        ana = any.patient(practice);
        ben = any.patient(practice);
        group = any.in(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            rules.keepApart(ana, ben, true, "an order of the court", DateRange.from(FIRST), TESTER);
            return groups.found(type, "Monday", 8, leader, DateRange.from(FIRST), TESTER);
        });
    }

    @RepeatedTest(5)
    void one_of_them_is_seated_when_both_are_let_in() throws Exception {
        assertThat(atOnce(() -> admit(ana), () -> admit(ben)))
                .filteredOn(Rosters.Joined.Seated.class::isInstance)
                .hasSize(1);
        assertThat(any.in(practice, () -> rosters.of(group))).hasSize(1);
    }

    @RepeatedTest(5)
    void one_of_them_is_seated_when_both_take_up_what_was_kept() throws Exception {
        var forAna = keptSeat();
        var forBen = keptSeat();

        assertThat(atOnce(() -> takeUp(forAna, ana), () -> takeUp(forBen, ben)))
                .filteredOn(Rosters.Joined.Seated.class::isInstance)
                .hasSize(1);
        assertThat(any.in(practice, () -> rosters.of(group))).hasSize(1);
    }

    private Rosters.Joined admit(PatientId patient) {
        return rosters.admit(new Admission(group, patient, DateRange.from(FIRST), null), TESTER);
    }

    private Rosters.Joined takeUp(OfferId offer, PatientId patient) {
        return kept.takeUp(offer, new Admission(group, patient, DateRange.from(FIRST), null), TESTER);
    }

    private OfferId keptSeat() {
        var offer = new OfferId(NewId.at(FIRST.atStartOfDay(AnyPractice.ZONE).toInstant()));
        assertThat(any.in(practice, () -> kept.keep(offer, group, DateRange.from(FIRST))))
                .isTrue();
        return offer;
    }

    /** Both are within their transaction before either begins. */
    private List<Rosters.Joined> atOnce(Callable<Rosters.Joined> one, Callable<Rosters.Joined> other) throws Exception {
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(List.of(within(both, one), within(both, other))).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }

    private Callable<Rosters.Joined> within(CyclicBarrier both, Callable<Rosters.Joined> work) {
        return () -> any.in(practice, () -> {
            try {
                both.await(20, TimeUnit.SECONDS);
                return work.call();
            } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
    }
}
