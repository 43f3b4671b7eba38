package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.GivenPapers;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever lacks their papers is expected nowhere, and is told of a change all the same. */
@PracticeTest
class WhomASessionExpectsTest {

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    LeaderAway away;

    @Autowired
    Feeds feeds;

    @Autowired
    SessionChanges changes;

    @Autowired
    Patients patients;

    @Autowired
    GivenPapers given;

    @Autowired
    People people;

    PracticeId practice;
    PractitionerId leader;
    GroupId group;
    PatientId newcomer;
    PatientId member;

    @BeforeEach
    void two_members_of_whom_one_has_papers_to_do() {
        practice = any.open();
        leader = any.leader(practice);
        group = days.group(practice, "Circle", leader);
        days.weekly(practice, group, DayOfWeek.MONDAY, "18:00");
        newcomer = days.member(practice, group);
        member = days.member(practice, group);
        days.plan(practice);
        given.give(practice, newcomer);
    }

    @Test
    void a_leader_who_is_ill_reads_how_many_are_expected_without_whoever_lacks_papers() {
        assertThat(any.in(practice, () -> away.sessions(leader, MONDAY)))
                .singleElement()
                .extracting(LeaderAway.Led::expected)
                .isEqualTo(1L);
        given.waiveAll(practice, newcomer);
        assertThat(any.in(practice, () -> away.sessions(leader, MONDAY)))
                .singleElement()
                .extracting(LeaderAway.Led::expected)
                .isEqualTo(2L);
    }

    @Test
    void both_are_told_that_it_does_not_take_place() {
        var session = days.on(practice, group, MONDAY);
        var preview = any.in(
                practice, () -> changes.preview(changes.edits(Map.of(session.id(), new Change.Cancel()), "ill")));
        assertThat(preview.says()).isEqualTo("Changes 1 session, tells 2 people.");
    }

    @Test
    void a_calendar_address_names_whom_a_session_expects() {
        var person = people.add("dana@" + practice + ".example", "Dana Whitfield");
        people.giveRole(practice, person, Role.THERAPIST, TESTER);
        people.linkPractitioner(practice, person, leader.value(), TESTER);
        var who = new SignedIn(
                person, "Dana Whitfield", practice, "Any Practice", Set.of(Role.THERAPIST), leader.value());
        var secret = any.in(practice, () -> feeds.make(who, false, Feed.Mode.NAMES));
        var text = ((Feeds.Answer.Calendar) feeds.read(secret)).text().replace("\r\n ", "");
        assertThat(text).contains(name(member)).doesNotContain(name(newcomer));
    }

    private String name(PatientId patient) {
        return any.in(
                practice,
                () -> Objects.requireNonNull(patients.byId(List.of(patient)).get(patient))
                        .name()
                        .toString());
    }
}
