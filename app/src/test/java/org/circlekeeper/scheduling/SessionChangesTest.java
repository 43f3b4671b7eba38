package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A session to come is moved, cancelled, led by somebody else; first shown, then done, then taken back. */
@PracticeTest
@Import(SessionChangesTest.Ears.class)
class SessionChangesTest {

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    SessionChanges changes;

    @Autowired
    Sessions sessions;

    @Autowired
    Rooms rooms;

    @Autowired
    Ears ears;

    PracticeId practice;
    PractitionerId dana;
    PractitionerId marcus;
    GroupId circle;
    GroupId evening;

    /** Hears whom a change concerns, and stands for whoever reaches people. */
    static class Ears implements ChangeTold, ChangeCheck {
        final List<String> told = new ArrayList<>();
        final Set<SessionId> marked = new HashSet<>();

        @Override
        public void tell(Set<SessionId> ids, Set<PatientId> patients, String sentence, Actor actor) {
            told.add(patients.size() + ": " + sentence);
        }

        @Override
        public Map<SessionId, String> against(Collection<SessionId> ids) {
            return marked.stream().filter(ids::contains).collect(toMap(id -> id, _ -> "its sheet is closed."));
        }
    }

    @BeforeEach
    void two_leaders_with_a_group_each() {
        practice = any.open();
        dana = any.leader(practice);
        marcus = days.leader(practice, "Marcus", "1234567893");
        circle = days.group(practice, "Monday Circle", dana);
        evening = days.group(practice, "Evening Circle", marcus);
        days.weekly(practice, circle, DayOfWeek.MONDAY, "18:00");
        days.weekly(practice, evening, DayOfWeek.MONDAY, "18:30");
        days.member(practice, circle);
        days.member(practice, circle);
        days.plan(practice);
        ears.told.clear();
        ears.marked.clear();
    }

    @Test
    void what_a_change_would_do_is_said_before_it_is_done() {
        var preview = any.in(practice, () -> changes.preview(edits(new Change.Cancel())));

        assertThat(preview.says()).isEqualTo("Changes 1 session, tells 2 people.");
        assertThat(preview.lines()).containsExactly("Monday Circle, Mon 30 Nov 2026, 18:00: does not take place.");
        assertThat(monday().status()).isEqualTo(Session.Status.PLANNED);
        assertThat(ears.told).isEmpty();
    }

    @Test
    void a_moved_session_is_not_planned_again_at_its_old_time() {
        done(make(move(LocalDate.of(2026, 12, 2), "17:00")));
        days.plan(practice);

        assertThat(days.on(practice, circle, LocalDate.of(2026, 12, 2))
                        .arranged()
                        .occurrence())
                .isEqualTo(MONDAY.atTime(18, 0));
        assertThat(any.in(practice, () -> sessions.between(MONDAY, MONDAY)))
                .extracting(Session::group)
                .containsExactly(evening);
        assertThat(ears.told)
                .containsExactly("2: Monday Circle, Mon 30 Nov 2026, 18:00: moves to Wed 2 Dec 2026, 17:00 to 18:30.");
    }

    @Test
    void a_skipped_session_stays_skipped_and_takes_place_after_all_when_somebody_says_so() {
        done(make(new Change.Skip()));
        days.plan(practice);
        assertThat(monday().status()).isEqualTo(Session.Status.SKIPPED);

        done(make(new Change.Restore()));
        assertThat(monday().status()).isEqualTo(Session.Status.PLANNED);
    }

    @Test
    void nobody_leads_in_two_places_and_the_sentence_says_where_they_are() {
        var refused = make(new Change.Substitute(marcus));

        assertThat(refused)
                .isEqualTo(new SessionChanges.Outcome.Refused(
                        List.of("Marcus Leader is with Evening Circle on Mon 30 Nov 2026, 18:30 to 20:00. "
                                + "Choose another time, or move that first.")));
        assertThat(monday().leader()).isEqualTo(dana);
    }

    @Test
    void a_substitute_leads_once_and_keeps_it_when_the_group_gets_another_leader() {
        var ana = days.leader(practice, "Ana", "1234560013");
        done(make(new Change.Substitute(ana)));
        any.run(practice, () -> sessions.lead(circle, marcus, TEST));

        assertThat(monday().leader()).isEqualTo(ana);
        assertThat(monday().arranged().substituteFor()).isEqualTo(dana);
        assertThat(days.on(practice, circle, MONDAY.plusWeeks(1)).leader()).isEqualTo(marcus);
    }

    @Test
    void an_act_is_taken_back_whole_until_somebody_changes_it_again() {
        var act = done(make(new Change.Online("https://video.example/room")));
        assertThat(monday().placeOfService()).isEqualTo("10");

        var back = any.in(practice, () -> changes.takeBack(act, TEST));
        assertThat(back).isInstanceOf(SessionChanges.Outcome.Done.class);
        assertThat(monday().placeOfService()).isEqualTo("11");
        assertThat(monday().link()).isEmpty();

        assertThat(any.in(practice, () -> changes.takeBack(act, TEST)))
                .isEqualTo(new SessionChanges.Outcome.Refused(
                        List.of("Somebody has changed this since. Change each session by itself.")));
    }

    @Test
    void a_session_in_the_place_of_another_holds_its_leader() {
        done(make(new Change.Cancel()));
        var when = new Change.Move(LocalDate.of(2026, 12, 1), LocalTime.of(18, 0), Duration.ofMinutes(90), null);
        var made = any.in(practice, () -> {
            var edit = Edit.makeUp(monday(), sessions.newId(), when, AnyPractice.ZONE);
            return changes.make(List.of(edit), "made up for", TEST);
        });
        done(made);

        var other = days.on(practice, circle, LocalDate.of(2026, 12, 1));
        assertThat(other.arranged().makesUp()).isEqualTo(monday().id());
        assertThat(other.leader()).isEqualTo(dana);
    }

    @Test
    void a_session_of_which_something_is_recorded_stays_where_it_is() {
        ears.marked.add(monday().id());

        assertThat(make(move(LocalDate.of(2026, 12, 2), "17:00")))
                .isEqualTo(new SessionChanges.Outcome.Refused(
                        List.of("Monday Circle, Mon 30 Nov 2026, 18:00 stays as it is: its sheet is closed.")));
    }

    @Test
    void what_is_over_stays_as_it_was() {
        var past = new Change.Move(LocalDate.of(2026, 11, 2), LocalTime.of(18, 0), Duration.ofMinutes(90), null);

        assertThat(make(past))
                .isEqualTo(new SessionChanges.Outcome.Refused(List.of(
                        "The new time of Monday Circle, Mon 30 Nov 2026, 18:00 is past. Choose one that is to come.")));
    }

    @Test
    void two_who_change_one_session_at_once_are_told_the_second_time() {
        var edits = any.in(practice, () -> edits(new Change.Cancel()));
        done(make(new Change.Skip()));

        assertThat(any.in(practice, () -> changes.make(edits, "late", TEST)))
                .isEqualTo(new SessionChanges.Outcome.Refused(
                        List.of("Monday Circle, Mon 30 Nov 2026, 18:00 was changed meanwhile. Look at it again.")));
    }

    @Test
    void everything_that_was_done_says_who_and_why() {
        done(make(new Change.Cancel()));

        assertThat(any.in(practice, () -> changes.past(monday().id())))
                .singleElement()
                .satisfies(past -> {
                    assertThat(past.says())
                            .isEqualTo("Monday Circle, Mon 30 Nov 2026, 18:00: does not take place. (the pipes burst)");
                    assertThat(past.by()).isEqualTo("test (command line)");
                });
    }

    private Session monday() {
        return days.on(practice, circle, MONDAY);
    }

    private Change move(LocalDate day, String start) {
        return new Change.Move(day, LocalTime.parse(start), Duration.ofMinutes(90), null);
    }

    private List<Edit> edits(Change change) {
        return changes.edits(Map.of(monday().id(), change), "the pipes burst");
    }

    private SessionChanges.Outcome make(Change change) {
        return any.in(practice, () -> changes.make(edits(change), "the pipes burst", TEST));
    }

    private static UUID done(SessionChanges.Outcome outcome) {
        assertThat(outcome).isInstanceOf(SessionChanges.Outcome.Done.class);
        return ((SessionChanges.Outcome.Done) outcome).act();
    }
}
