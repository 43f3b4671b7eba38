package org.circlekeeper.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.attendance.web.Circle;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The calendar as a browser without scripts meets it. */
@PracticeTest
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
    private Visitor office;
    private Visitor other;
    private Visitor therapist;
    private Visitor stranger;
    private String change;

    @BeforeEach
    void a_practice_with_one_group() {
        made = circle.made();
        office = new Visitor(browser, made.tokens().get(Role.COORDINATOR));
        other = new Visitor(browser, made.otherLeader());
        therapist = new Visitor(browser, made.tokens().get(Role.THERAPIST));
        stranger = new Visitor(browser, null);
        change = "/sessions/" + made.tomorrow() + "/change";
    }

    @Test
    void a_week_shows_its_groups_with_leader_and_time() {
        assertThat(office.page(NEXT_WEEK))
                .contains("Monday Circle")
                .contains("07:00 to 08:30")
                .contains("Marcus Bell")
                .contains(change);
        assertThat(office.page("/calendar/agenda?day=2026-11-30")).contains("Monday Circle");
        assertThat(office.page("/calendar?day=2027-11-30")).contains("Nothing is planned in this week.");
        assertThat(office.page(NEXT_WEEK + "&leader=" + made.other())).doesNotContain("Monday Circle");
    }

    @Test
    void i03_who_leads_another_group_sees_that_somebody_is_busy_and_no_more() {
        assertThat(other.page(NEXT_WEEK))
                .contains("Busy")
                .contains("Marcus Bell")
                .doesNotContain("Monday Circle")
                .doesNotContain(made.tomorrow().toString());
        assertThat(therapist.page(NEXT_WEEK)).contains("Monday Circle").doesNotContain(change);
    }

    @Test
    void a_change_is_shown_first_then_done_then_taken_back() {
        var asked = office.post(change, "what", "CANCEL", "why", "the pipes burst");
        assertThat(asked).hasStatusOk();
        assertThat(asked)
                .bodyText()
                .contains("Changes 1 session, tells 10 people.")
                .contains("name=\"sure\"");
        assertThat(tomorrow().status()).isEqualTo(Session.Status.PLANNED);

        assertThat(office.post(change, "what", "CANCEL", "why", "the pipes burst", "sure", "yes"))
                .hasStatus(303);
        assertThat(tomorrow().status()).isEqualTo(Session.Status.CANCELLED);
        var after = office.page(change);
        assertThat(after).contains("It takes place after all").contains("the pipes burst");
    }

    @Test
    void a_change_without_its_reason_is_shown_again_with_what_was_typed() {
        var answer =
                office.post(change, "what", "MOVE", "day", "2026-12-01", "start", "07:45", "minutes", "90", "why", "");
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText().contains("07:45").contains("Say why");
    }

    @Test
    void a_session_with_marks_says_what_to_do_before_it_moves() {
        var sheet = "/sessions/" + made.tomorrow() + "/marks";
        therapist.post(sheet, "patient", made.members().getFirst().toString(), "presence", "EXCUSED");
        var asked = office.post(
                change, "what", "MOVE", "day", "2026-12-01", "start", "07:45", "minutes", "90", "why", "holiday");

        assertThat(asked)
                .bodyText()
                .contains("stays as it is: 1 member is marked on its sheet. Take the marks back first.");
        assertThat(asked).bodyText().doesNotContain("name=\"sure\"");
    }

    @Test
    void the_day_of_a_leader_who_is_away_is_settled_in_one_act() {
        var path = "/calendar/leader-ill?leader=" + made.leader() + "&day=2026-11-30";
        assertThat(office.page(path))
                .contains("10 members are expected.")
                .contains("Dana Whitfield, PsyD leads it: Evergreen and State Medicaid: nobody has asked");

        var choice = "choice-" + made.tomorrow();
        var substitute = "substitute:" + made.other();
        var known = new ArrayList<>(List.of("leader", made.leader().toString(), "day", "2026-11-30"));
        known.addAll(List.of(choice, substitute, "why", "ill"));
        known.addAll(List.of("unlicensed", "yes", "unlicensed-why", "seen on the state's page"));
        assertThat(office.post("/calendar/leader-ill", known.subList(0, 8).toArray(String[]::new)))
                .hasStatus(422)
                .bodyText()
                .contains("No license number of Dana Whitfield, PsyD is on file.")
                .contains("Say why they lead all the same");
        assertThat(office.post("/calendar/leader-ill", known.toArray(String[]::new)))
                .bodyText()
                .contains("Changes 1 session, tells 10 people.")
                .contains(
                        "To confirm: nobody has asked whether Evergreen and State Medicaid know Dana Whitfield, PsyD.");
        assertThat(tomorrow().leader()).isEqualTo(made.leader());
        assertThat(office.post("/calendar/leader-ill", sure(known.toArray(String[]::new))))
                .hasStatus(303);
        assertThat(office.page(change))
                .contains("(ill; no license number of Dana Whitfield, PsyD on file: seen on the state's page)");
        assertThat(tomorrow().leader()).isEqualTo(made.other());
        assertThat(other.page(NEXT_WEEK)).contains("Monday Circle").contains("substitute for Marcus Bell");
    }

    @Test
    void one_session_is_led_by_somebody_who_is_offered_and_without_a_license_number_by_a_reason_alone() {
        String[] fields = {"what", "SUBSTITUTE", "leader", made.other().toString(), "why", "ill", "sure", "yes"};
        assertThat(office.page(change)).contains("I know that no license number of the substitute is on file");
        assertThat(office.post(change, fields))
                .hasStatus(422)
                .bodyText()
                .contains("No license number of Dana Whitfield, PsyD is on file.");
        assertThat(tomorrow().leader()).isEqualTo(made.leader());

        var nobody = fields.clone();
        nobody[3] = made.leader().toString();
        assertThat(office.post(change, nobody)).hasStatus(422).bodyText().contains("Choose from the list");

        var known = Arrays.copyOf(fields, fields.length + 4);
        known[8] = "unlicensed";
        known[9] = "yes";
        known[10] = "unlicensed-why";
        known[11] = "the number follows";
        assertThat(office.post(change, known)).hasStatus(303);
        assertThat(tomorrow().leader()).isEqualTo(made.other());
    }

    @Test
    void a_regular_time_is_changed_from_a_day_on_after_it_was_shown() {
        var path = "/calendar/times/" + made.group();
        var series = scope.in(made.practice(), () -> sessions.series())
                .getFirst()
                .id()
                .toString();
        assertThat(office.page("/calendar/times")).contains("Mondays 07:00 to 08:30");
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
        assertThat(office.post(path, fields))
                .bodyText()
                .contains(
                        "Every 2 weeks on Tuesday 18:00 to 19:30 instead of Mondays 07:00 to 08:30 from Tue 1 Dec 2026 on.")
                .contains("name=\"sure\"");
        var sure = Arrays.copyOf(fields, fields.length + 2);
        sure[fields.length] = "sure";
        sure[fields.length + 1] = "yes";
        assertThat(office.post(path, sure)).hasStatus(303);
        assertThat(office.page("/calendar?day=2026-12-15"))
                .contains("Monday Circle")
                .contains("18:00 to 19:30");
    }

    @Test
    void an_appointment_is_booked_shown_to_its_leader_alone_and_cancelled() {
        var answer = office.post(
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
        assertThat(therapist.page("/calendar?day=2026-12-01")).contains("Somebody new");
        assertThat(other.page("/calendar?day=2026-12-01"))
                .doesNotContain("Somebody new")
                .contains("Busy");
        assertThat(other.ask(path)).hasStatus(403);
        assertThat(office.post(path, "status", "CANCELLED", "why", "they called"))
                .hasStatus(303);
        assertThat(office.page(path)).contains("cancelled: they called");
    }

    @Test
    void rooms_and_holidays_are_kept() {
        assertThat(office.post("/calendar/rooms", "name", "Blue room", "seats", "9"))
                .hasStatus(303);
        assertThat(office.post("/calendar/rooms", "name", "blue ROOM", "seats", "9"))
                .hasStatus(422);
        assertThat(office.page("/calendar/rooms")).contains("Blue room");

        scope.run(made.practice(), () -> rules.holiday(LocalDate.of(2026, 12, 25), "Christmas Day"));
        assertThat(office.post("/calendar/holidays", "holiday", "2026-12-25", "to", "2026-12-25"))
                .hasStatus(422);
        assertThat(office.post("/calendar/holidays", "holiday", "2026-12-25", "to", "2026-12-23"))
                .hasStatus(303);
        assertThat(office.page("/calendar/holidays")).contains("meets on Wed 23 Dec 2026.");
    }

    @Test
    void a_calendar_address_is_shown_once_and_names_need_a_tick() {
        assertThat(therapist.post("/calendar/feeds", "whose", "own", "mode", "NAMES"))
                .hasStatus(422);
        assertThat(therapist.post("/calendar/feeds", "whose", "practice", "mode", "CODE"))
                .hasStatus(422);

        var made = therapist.post("/calendar/feeds", "whose", "own", "mode", "NAMES", "warned", "yes");
        var found = Pattern.compile("/calendar/[\\w-]{65}\\.ics").matcher(Visitor.text(made));
        assertThat(found.find()).isTrue();
        assertThat(stranger.ask(found.group()))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/calendar")
                .bodyText()
                .contains("BEGIN:VCALENDAR");
        assertThat(therapist.page("/calendar/feeds"))
                .doesNotContain(found.group())
                .contains("read last");
        assertThat(stranger.ask("/calendar/nothing.ics")).hasStatus(404);
    }

    private static String[] sure(String... fields) {
        var sure = Arrays.copyOf(fields, fields.length + 2);
        sure[fields.length] = "sure";
        sure[fields.length + 1] = "yes";
        return sure;
    }

    private Session tomorrow() {
        return scope.in(made.practice(), () -> sessions.find(made.tomorrow())).orElseThrow();
    }
}
