package org.circlekeeper.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two members who change groups at the same moment, each into the other's. */
@PracticeTest
class TransfersBothWaysTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final LocalDate CHANGES = LocalDate.of(2026, 11, 30);

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @RepeatedTest(5)
    void both_arrive_and_neither_waits_for_the_other_for_ever() throws Exception {
        var practice = any.open();
        var monday = group(practice, "Monday");
        var tuesday = group(practice, "Tuesday");
        var ana = any.patient(practice);
        var ben = any.patient(practice);
        var from = seated(practice, monday, ana);
        var to = seated(practice, tuesday, ben);

        List<Rosters.Joined> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(List.<Callable<Rosters.Joined>>of(
                            () -> transferred(practice, from, tuesday, ana),
                            () -> transferred(practice, to, monday, ben)))
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(answers).hasSize(2).allMatch(Rosters.Joined.Seated.class::isInstance);
        assertThat(groupsOf(practice, ana)).containsExactlyInAnyOrder(tuesday);
        assertThat(groupsOf(practice, ben)).containsExactlyInAnyOrder(monday);
    }

    @Test
    void of_two_moves_of_one_member_at_once_the_second_has_nothing_to_move() throws Exception {
        var practice = any.open();
        var monday = group(practice, "Monday");
        var ana = any.patient(practice);
        var from = seated(practice, monday, ana);
        var targets = List.of(group(practice, "Tuesday"), group(practice, "Wednesday"));
        List<Optional<Rosters.Joined>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(targets.stream()
                            .<Callable<Optional<Rosters.Joined>>>map(to -> () -> any.in(
                                    practice,
                                    () -> rosters.transfer(
                                            from,
                                            new Admission(to, ana, DateRange.from(CHANGES)),
                                            "changes groups",
                                            TESTER)))
                            .toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(groupsOf(practice, ana)).hasSize(1);
    }

    private Rosters.Joined transferred(PracticeId practice, MembershipId from, GroupId to, PatientId patient) {
        return any.in(
                practice,
                () -> rosters.transfer(
                                from, new Admission(to, patient, DateRange.from(CHANGES)), "changes groups", TESTER)
                        .orElseThrow());
    }

    private List<GroupId> groupsOf(PracticeId practice, PatientId patient) {
        return any.in(
                practice,
                () -> rosters.of(patient).stream()
                        .filter(episode -> episode.days().includes(CHANGES))
                        .map(Membership::group)
                        .toList());
    }

    private GroupId group(PracticeId practice, String name) {
        var leader = any.leader(practice);
        return any.in(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            return groups.found(type, name, 2, leader, DateRange.from(FIRST), TESTER);
        });
    }

    private MembershipId seated(PracticeId practice, GroupId group, PatientId patient) {
        return any.in(
                practice,
                () -> ((Rosters.Joined.Seated) rosters.join(group, patient, DateRange.from(FIRST), TESTER))
                        .membership());
    }
}
