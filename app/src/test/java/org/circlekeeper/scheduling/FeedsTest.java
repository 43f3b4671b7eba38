package org.circlekeeper.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.scheduling.CalendarDays.MONDAY;
import static org.circlekeeper.scheduling.CalendarDays.TEST;

import java.io.IOException;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What another company's calendar is given, read back with the library that other programs use. */
@PracticeTest
class FeedsTest {

    @Autowired
    AnyPractice any;

    @Autowired
    CalendarDays days;

    @Autowired
    Feeds feeds;

    @Autowired
    SessionChanges changes;

    @Autowired
    Rooms rooms;

    @Autowired
    People people;

    @Autowired
    AuditTrail audit;

    PracticeId practice;
    PractitionerId dana;
    GroupId circle;
    GroupId other;
    SignedIn who;

    @BeforeEach
    void a_leader_whose_group_meets_on_mondays() {
        practice = any.open();
        dana = any.leader(practice);
        var marcus = days.leader(practice, "Marcus", "1234567893");
        circle = days.group(practice, "Recovery Circle", dana);
        other = days.group(practice, "Other Circle", marcus);
        days.weekly(practice, circle, DayOfWeek.MONDAY, "18:00");
        days.weekly(practice, other, DayOfWeek.TUESDAY, "18:00");
        days.member(practice, circle);
        days.plan(practice);
        var person = people.add("dana@" + practice + ".example", "Dana Whitfield");
        people.giveRole(practice, person, Role.THERAPIST, TEST);
        people.linkPractitioner(practice, person, dana.value(), TEST);
        who = signedIn(person);
    }

    @Test
    void a_series_is_one_event_that_repeats_by_the_practices_clock() throws ParserException, IOException {
        var event = events(read(make(Feed.Mode.CODE))).getFirst();

        assertThat(value(event, Property.RRULE)).contains("FREQ=WEEKLY").contains("BYDAY=MO");
        assertThat(value(event, Property.CLASS)).isEqualTo("PRIVATE");
        var shown = event.<ZonedDateTime>calculateRecurrenceSet(new Period<>(
                MONDAY.minusWeeks(1).atStartOfDay(AnyPractice.ZONE),
                MONDAY.plusWeeks(20).atStartOfDay(AnyPractice.ZONE)));
        assertThat(shown)
                .hasSize(14)
                .allSatisfy(
                        meeting -> assertThat(meeting.getStart().toLocalTime()).isEqualTo(LocalTime.of(18, 0)));
    }

    @Test
    void a_cancelled_and_a_moved_session_keep_their_place_in_the_series() throws ParserException, IOException {
        change(MONDAY, new Change.Cancel());
        var wednesday = new Change.Move(LocalDate.of(2026, 12, 9), LocalTime.of(17, 0), Duration.ofMinutes(90), null);
        change(MONDAY.plusWeeks(1), wednesday);
        change(MONDAY.plusWeeks(2), new Change.Skip());

        var events = events(read(make(Feed.Mode.CODE)));
        assertThat(events)
                .hasSize(3)
                .extracting(event -> value(event, Property.UID))
                .containsOnly(value(events.getFirst(), Property.UID));
        assertThat(value(events.getFirst(), Property.EXDATE)).contains("20261214T180000");
        assertThat(events.stream()
                        .filter(event -> value(event, Property.RECURRENCE_ID).contains("20261130T180000")))
                .singleElement()
                .satisfies(event -> assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED"));
        assertThat(events.stream()
                        .filter(event -> value(event, Property.RECURRENCE_ID).contains("20261207T180000")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(value(event, Property.DTSTART)).contains("20261209T170000");
                    assertThat(value(event, Property.SEQUENCE)).isEqualTo("1");
                });
    }

    @Test
    void i05_without_names_nothing_says_what_a_group_is_about_or_who_sits_in_it() {
        assertThat(read(make(Feed.Mode.CODE)))
                .doesNotContain("Recovery")
                .doesNotContain("Person")
                .contains(feeds.code(circle));
        assertThat(read(make(Feed.Mode.INITIALS))).doesNotContain("Recovery").contains("DESCRIPTION:P.N.");
    }

    @Test
    void i05_without_names_neither_a_room_nor_a_link_tells_what_a_group_is_about() {
        var evening = days.group(practice, "Evening Circle", dana);
        var room = any.in(practice, () -> rooms.add("Sober living room", 8, TEST));
        days.inRoom(practice, evening, "FREQ=WEEKLY;BYDAY=WE", "18:00", room);
        days.plan(practice);
        change(MONDAY, new Change.Online("https://video.example/recovery"));

        for (var mode : List.of(Feed.Mode.CODE, Feed.Mode.INITIALS)) {
            assertThat(read(make(mode))).as(mode.name()).doesNotContain("Sober", "video.example");
        }
        assertThat(read(make(Feed.Mode.NAMES))).contains("Sober living room", "video.example");
    }

    @Test
    void i03_a_leaders_calendar_tells_nothing_of_another_leaders_groups() {
        assertThat(read(make(Feed.Mode.NAMES)))
                .contains("Recovery Circle")
                .contains("Person Number")
                .doesNotContain("Other Circle");
    }

    @Test
    void i11_names_that_go_to_a_calendar_are_in_the_audit_trail() {
        read(make(Feed.Mode.NAMES));

        assertThat(any.in(practice, () -> audit.latest(1)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains("calendar, Names of groups and members"));
    }

    @Test
    void an_address_opens_as_long_as_its_owner_may_and_does_not_say_why_it_stopped() {
        var secret = make(Feed.Mode.CODE);
        assertThat(feeds.read(secret)).isInstanceOf(Feeds.Answer.Calendar.class);

        people.giveRole(practice, who.person(), Role.BILLER, TEST);
        people.takeRole(practice, who.person(), Role.THERAPIST, TEST);
        people.linkPractitioner(practice, who.person(), UUID.randomUUID(), TEST);
        assertThat(feeds.read(secret)).isEqualTo(new Feeds.Answer.NotThere());
        assertThat(feeds.read("no-such-address")).isEqualTo(new Feeds.Answer.NotThere());
        assertThat(feeds.read(FeedSecret.fresh(practice).toString())).isEqualTo(new Feeds.Answer.NotThere());
    }

    @Test
    void a_revoked_address_is_gone_at_once() {
        var secret = make(Feed.Mode.CODE);
        any.run(practice, () -> feeds.revoke(who, feeds.of(who).getFirst().id()));

        assertThat(feeds.read(secret)).isEqualTo(new Feeds.Answer.NotThere());
    }

    @Test
    void a_calendar_that_asks_more_than_sixty_times_an_hour_is_told_to_wait() {
        var secret = make(Feed.Mode.CODE);
        for (int i = 0; i < 60; i++) {
            assertThat(feeds.read(secret)).isInstanceOf(Feeds.Answer.Calendar.class);
        }
        assertThat(feeds.read(secret)).isEqualTo(new Feeds.Answer.TooOften(Duration.ofHours(1)));
    }

    private String make(Feed.Mode mode) {
        return any.in(practice, () -> feeds.make(who, false, mode));
    }

    private String read(String secret) {
        return ((Feeds.Answer.Calendar) feeds.read(secret)).text();
    }

    private void change(LocalDate day, Change change) {
        var session = days.on(practice, circle, day);
        assertThat(any.in(
                        practice,
                        () -> changes.make(changes.edits(Map.of(session.id(), change), "because"), "because", TEST)))
                .isInstanceOf(SessionChanges.Outcome.Done.class);
    }

    private SignedIn signedIn(PersonId person) {
        return new SignedIn(person, "Dana Whitfield", practice, "Maple Circle", Set.of(Role.THERAPIST), dana.value());
    }

    private static List<VEvent> events(String text) throws ParserException, IOException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        return calendar.getComponents(Component.VEVENT);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }
}
