package org.circlekeeper.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.circlekeeper.access.Role;
import org.circlekeeper.attendance.web.Circle;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The calendar as a browser without scripts meets it. */
@PracticeTest
@Import(Circle.class)
class CalendarPagesTest {

    static final String NEXT_WEEK = "/calendar?day=2026-11-30";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    Sessions sessions;

    @Autowired
    PracticeRules rules;

    @Autowired
    PracticeScope scope;

    private Circle.Made made;
    private String coordinator;
    private String change;

    @BeforeEach
    void a_practice_with_one_group() {
        made = circle.made();
        coordinator = made.tokens().get(Role.COORDINATOR);
        change = "/sessions/" + made.tomorrow() + "/change";
    }

    @Test
    void a_week_shows_its_groups_with_leader_and_time() {
        assertThat(page(NEXT_WEEK, coordinator))
                .contains("Monday Circle")
                .contains("07:00 to 08:30")
                .contains("Marcus Bell")
                .contains(change);
        assertThat(page("/calendar/agenda?day=2026-11-30", coordinator)).contains("Monday Circle");
        assertThat(page("/calendar?day=2027-11-30", coordinator)).contains("Nothing is planned in this week.");
        assertThat(page(NEXT_WEEK + "&leader=" + made.other(), coordinator)).doesNotContain("Monday Circle");
    }

    @Test
    void i03_who_leads_another_group_sees_that_somebody_is_busy_and_no_more() {
        assertThat(page(NEXT_WEEK, made.otherLeader()))
                .contains("Busy")
                .contains("Marcus Bell")
                .doesNotContain("Monday Circle")
                .doesNotContain(made.tomorrow().toString());
        assertThat(page(NEXT_WEEK, made.tokens().get(Role.THERAPIST)))
                .contains("Monday Circle")
                .doesNotContain(change);
    }

    @Test
    void a_change_is_shown_first_then_done_then_taken_back() {
        var asked = post(change, "what", "CANCEL", "why", "the pipes burst");
        assertThat(asked).hasStatusOk();
        assertThat(asked)
                .bodyText()
                .contains("Changes 1 session, tells 10 people.")
                .contains("name=\"sure\"");
        assertThat(tomorrow().status()).isEqualTo(Session.Status.PLANNED);

        assertThat(post(change, "what", "CANCEL", "why", "the pipes burst", "sure", "yes"))
                .hasStatus(303);
        assertThat(tomorrow().status()).isEqualTo(Session.Status.CANCELLED);
        var after = page(change, coordinator);
        assertThat(after).contains("It takes place after all").contains("the pipes burst");
    }

    @Test
    void a_change_without_its_reason_is_shown_again_with_what_was_typed() {
        var answer = post(change, "what", "MOVE", "day", "2026-12-01", "start", "07:45", "minutes", "90", "why", "");
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText().contains("07:45").contains("Say why");
    }

    @Test
    void a_session_with_marks_says_what_to_do_before_it_moves() {
        var sheet = "/sessions/" + made.tomorrow() + "/marks";
        browser.post()
                .uri(sheet)
                .with(csrf())
                .cookie(cookie(made.tokens().get(Role.THERAPIST)))
                .param("patient", made.members().getFirst().toString())
                .param("presence", "EXCUSED")
                .exchange();
        var asked =
                post(change, "what", "MOVE", "day", "2026-12-01", "start", "07:45", "minutes", "90", "why", "holiday");

        assertThat(asked)
                .bodyText()
                .contains("stays as it is: 1 member is marked on its sheet. Take the marks back first.");
        assertThat(asked).bodyText().doesNotContain("name=\"sure\"");
    }

    @Test
    void the_day_of_a_leader_who_is_away_is_settled_in_one_act() {
        var path = "/calendar/leader-ill?leader=" + made.leader() + "&day=2026-11-30";
        assertThat(page(path, coordinator))
                .contains("10 members are expected.")
                .contains("Dana Whitfield, PsyD leads it: Evergreen and State Medicaid: nobody has asked");

        var choice = "choice-" + made.tomorrow();
        var substitute = "substitute:" + made.other();
        var asked = post(
                "/calendar/leader-ill",
                "leader",
                made.leader().toString(),
                "day",
                "2026-11-30",
                choice,
                substitute,
                "why",
                "ill");
        assertThat(asked).bodyText().contains("Changes 1 session, tells 10 people.");
        assertThat(post(
                        "/calendar/leader-ill",
                        "leader",
                        made.leader().toString(),
                        "day",
                        "2026-11-30",
                        choice,
                        substitute,
                        "why",
                        "ill",
                        "sure",
                        "yes"))
                .hasStatus(303);
        assertThat(tomorrow().leader()).isEqualTo(made.other());
        assertThat(page(NEXT_WEEK, made.otherLeader()))
                .contains("Monday Circle")
                .contains("substitute for Marcus Bell");
    }

    @Test
    void a_regular_time_is_changed_from_a_day_on_after_it_was_shown() {
        var path = "/calendar/times/" + made.group();
        var series = scope.in(made.practice(), () -> sessions.series())
                .getFirst()
                .id()
                .toString();
        assertThat(page("/calendar/times", coordinator)).contains("Mondays 07:00 to 08:30");
        String[] fields = {
            "series",
            series,
            "often",
            "W2",
            "on-TUESDAY",
            "yes",
            "start",
            "18:00",
            "minutes",
            "90",
            "from",
            "2026-12-01",
            "place",
            "11"
        };
        assertThat(post(path, fields))
                .bodyText()
                .contains(
                        "Every 2 weeks on Tuesday 18:00 to 19:30 instead of Mondays 07:00 to 08:30 from Tue 1 Dec 2026 on.")
                .contains("name=\"sure\"");
        var sure = Arrays.copyOf(fields, fields.length + 2);
        sure[fields.length] = "sure";
        sure[fields.length + 1] = "yes";
        assertThat(post(path, sure)).hasStatus(303);
        assertThat(page("/calendar?day=2026-12-15", coordinator))
                .contains("Monday Circle")
                .contains("18:00 to 19:30");
    }

    @Test
    void an_appointment_is_booked_shown_to_its_leader_alone_and_cancelled() {
        var answer = post(
                "/calendar/appointments",
                "kind",
                "SCREENING",
                "label",
                "Somebody new",
                "day",
                "2026-12-01",
                "start",
                "10:00",
                "minutes",
                "50",
                "leader",
                made.leader().toString(),
                "place",
                "11");
        assertThat(answer).hasStatus(303);
        var path = answer.getResponse().getHeader("Location");
        assertThat(page("/calendar?day=2026-12-01", made.tokens().get(Role.THERAPIST)))
                .contains("Somebody new");
        assertThat(page("/calendar?day=2026-12-01", made.otherLeader()))
                .doesNotContain("Somebody new")
                .contains("Busy");
        assertThat(browser.get().uri(path).cookie(cookie(made.otherLeader()))).hasStatus(403);
        assertThat(post(path, "status", "CANCELLED", "why", "they called")).hasStatus(303);
        assertThat(page(path, coordinator)).contains("cancelled: they called");
    }

    @Test
    void rooms_and_holidays_are_kept() {
        assertThat(post("/calendar/rooms", "name", "Blue room", "seats", "9")).hasStatus(303);
        assertThat(post("/calendar/rooms", "name", "blue ROOM", "seats", "9")).hasStatus(422);
        assertThat(page("/calendar/rooms", coordinator)).contains("Blue room");

        scope.run(made.practice(), () -> rules.holiday(LocalDate.of(2026, 12, 25), "Christmas Day"));
        assertThat(post("/calendar/holidays", "holiday", "2026-12-25", "to", "2026-12-25"))
                .hasStatus(422);
        assertThat(post("/calendar/holidays", "holiday", "2026-12-25", "to", "2026-12-23"))
                .hasStatus(303);
        assertThat(page("/calendar/holidays", coordinator)).contains("meets on Wed 23 Dec 2026.");
    }

    @Test
    void a_calendar_address_is_shown_once_and_names_need_a_tick() {
        var therapist = made.tokens().get(Role.THERAPIST);
        assertThat(postAs(therapist, "/calendar/feeds", "whose", "own", "mode", "NAMES"))
                .hasStatus(422);
        assertThat(postAs(therapist, "/calendar/feeds", "whose", "practice", "mode", "CODE"))
                .hasStatus(422);

        var made = postAs(therapist, "/calendar/feeds", "whose", "own", "mode", "NAMES", "warned", "yes");
        var found = Pattern.compile("/calendar/[\\w-]{65}\\.ics").matcher(text(made));
        assertThat(found.find()).isTrue();
        assertThat(browser.get().uri(found.group()))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/calendar")
                .bodyText()
                .contains("BEGIN:VCALENDAR");
        assertThat(page("/calendar/feeds", therapist))
                .doesNotContain(found.group())
                .contains("read last");
        assertThat(browser.get().uri("/calendar/nothing.ics")).hasStatus(404);
    }

    private Session tomorrow() {
        return scope.in(made.practice(), () -> sessions.find(made.tomorrow())).orElseThrow();
    }

    private String page(String path, String token) {
        var answer = browser.get().uri(path).cookie(cookie(token)).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String path, String... fields) {
        return postAs(coordinator, path, fields);
    }

    private MvcTestResult postAs(String token, String path, String... fields) {
        var request = browser.post().uri(path).with(csrf()).cookie(cookie(token));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Cookie cookie(String token) {
        return new Cookie("circlekeeper", token);
    }
}
