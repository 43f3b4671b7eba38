package org.circlekeeper.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.attendance.web.Circle;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * What is changed in the calendar by a browser without scripts: days, appointments, regular times, and the way back.
 */
@PracticeTest
class CalendarActsPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    Sessions sessions;

    @Autowired
    PracticeScope scope;

    private Circle.Made made;
    private Visitor office;
    private Visitor other;
    private Visitor therapist;

    @BeforeEach
    void a_practice_with_one_group() {
        made = circle.made();
        office = new Visitor(browser, made.tokens().get(Role.COORDINATOR));
        other = new Visitor(browser, made.otherLeader());
        therapist = new Visitor(browser, made.tokens().get(Role.THERAPIST));
    }

    @Test
    void the_appointments_of_a_leader_who_is_away_are_settled_by_the_same_act_and_undone_by_the_same_button() {
        var appointment = booked("2026-11-30", "10:00");
        var path = "/calendar/leader-ill?leader=" + made.leader() + "&day=2026-11-30";
        assertThat(office.page(path))
                .contains("Screening, Mon 30 Nov 2026, 10:00")
                .contains("Dana Whitfield, PsyD holds it")
                .doesNotContain("Somebody new");

        String[] fields = {
            "leader",
            made.leader().toString(),
            "day",
            "2026-11-30",
            "choice-" + made.tomorrow(),
            "cancel",
            "choice-" + appointment.substring(appointment.lastIndexOf('/') + 1),
            "substitute:" + made.other(),
            "why",
            "ill",
            "unlicensed",
            "yes",
            "unlicensed-why",
            "the number follows"
        };
        assertThat(office.post("/calendar/leader-ill", fields))
                .bodyText()
                .contains("Changes 1 session and 1 appointment, tells 10 people.")
                .contains("Screening, Mon 30 Nov 2026, 10:00: with Dana Whitfield instead of Marcus Bell.");
        var done = office.post("/calendar/leader-ill", sure(fields));
        assertThat(done).hasStatus(303);
        assertThat(office.page(appointment))
                .contains("Dana Whitfield, PsyD")
                .contains("(ill; no license number of Dana Whitfield, PsyD on file: the number follows)");
        assertThat(tomorrow().reason()).isEqualTo("ill");

        var undo = Pattern.compile("/calendar/acts/[0-9a-f-]{36}/undo").matcher(office.after(done));
        assertThat(undo.find()).isTrue();
        assertThat(office.post(undo.group())).hasStatus(303);
        assertThat(office.page(appointment)).contains("Marcus Bell, LCSW").contains("(taken back)");
        assertThat(tomorrow().status()).isEqualTo(Session.Status.PLANNED);
    }

    @Test
    void an_appointment_is_moved_and_a_clash_is_said_beside_the_time() {
        var first = booked("2026-11-30", "10:00");
        booked("2026-11-30", "14:00");
        String[] clash = {
            "day",
            "2026-11-30",
            "start",
            "14:30",
            "minutes",
            "50",
            "leader",
            made.leader().toString(),
            "why",
            "asked for"
        };
        assertThat(office.post(first + "/move", clash))
                .hasStatus(422)
                .bodyText()
                .contains("Marcus Bell has an appointment on Mon 30 Nov 2026, 14:00 to 14:50.")
                .contains("value=\"14:30\"");

        clash[3] = "15:00";
        clash[7] = made.other().toString();
        assertThat(office.post(first + "/move", clash)).hasStatus(303);
        assertThat(office.page(first))
                .contains("Mon 30 Nov 2026, 15:00 to 15:50")
                .contains("Dana Whitfield, PsyD")
                .contains("moves to Mon 30 Nov 2026, 15:00 to 15:50, with Dana Whitfield instead of Marcus Bell.");
        assertThat(other.page(first)).doesNotContain("Move it to another time");
    }

    @Test
    void a_changed_regular_time_can_be_undone() {
        var series = scope.in(made.practice(), () -> sessions.series()).getFirst();
        var path = "/calendar/times/" + made.group();
        var done = office.post(path + "/end", "series", series.id().toString(), "from", "2026-12-14", "sure", "yes");
        var undo = Pattern.compile("/calendar/acts/[0-9a-f-]{36}/undo").matcher(office.after(done));
        assertThat(undo.find()).isTrue();
        assertThat(office.page(path)).contains("to Sun 13 Dec 2026");

        assertThat(office.post(undo.group())).hasStatus(303);
        assertThat(office.page(path)).doesNotContain("to Sun 13 Dec 2026");
    }

    @Test
    void today_leads_whoever_keeps_the_calendar_to_a_leader_s_day() {
        assertThat(office.page("/")).contains("href=\"/calendar/leader-ill\"");
        assertThat(therapist.page("/")).doesNotContain("/calendar/leader-ill");
    }

    private static String[] sure(String... fields) {
        var sure = Arrays.copyOf(fields, fields.length + 2);
        sure[fields.length] = "sure";
        sure[fields.length + 1] = "yes";
        return sure;
    }

    private String booked(String day, String start) {
        var answer = office.post(
                "/calendar/appointments",
                "kind",
                "SCREENING",
                "label",
                "Somebody new",
                "day",
                day,
                "start",
                start,
                "minutes",
                "50",
                "leader",
                made.leader().toString(),
                "place",
                "11");
        assertThat(answer).hasStatus(303);
        return answer.getResponse().getHeader("Location");
    }

    private Session tomorrow() {
        return scope.in(made.practice(), () -> sessions.find(made.tomorrow())).orElseThrow();
    }
}
