package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import org.circlekeeper.access.Role;
import org.circlekeeper.database.PracticeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a practice enters by hand: a single session, a seat from the member's page, a therapist's own diagnoses. */
@PracticeTest
class ByHandTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    private Circle.Made made;
    private String owner;

    @BeforeEach
    void a_practice() {
        made = circle.made();
        owner = made.tokens().get(Role.OWNER);
    }

    @Test
    void a_session_held_before_the_calendar_began_gets_its_sheet() {
        var added = extra("2026-11-18", "10:00");
        assertThat(added).hasStatus(303);
        var sheet = added.getResponse().getHeader("Location");
        assertThat(page(sheet, owner)).bodyText().contains("Attendance sheet of Wed 18 Nov 2026, 10:00 to 11:00");
        assertThat(extra("2026-11-18", "10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("The group has a session at that time already.");
    }

    @Test
    void a_session_lies_within_the_group_s_days_and_half_a_year() {
        assertThat(extra("2026-10-01", "10:00")).bodyText().contains("The group does not exist on that day.");
        assertThat(extra("2027-10-01", "10:00")).bodyText().contains("more than half a year away");
        assertThat(extra("2026-02-30", "25:00"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the day on which the group meets")
                .contains("Write when it begins");
    }

    @Test
    void a_seat_is_given_on_the_member_s_page() {
        var added = post("/patients/new", owner, "first", "Kim", "last", "Moss", "born", "1990-02-03", "sex", "U");
        var kim = added.getResponse().getHeader("Location");
        assertThat(post(kim + "/memberships", owner, "group", "", "from", "2026-11-30"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a group.");
        assertThat(post(kim + "/memberships", owner, "group", made.group().toString(), "from", "2026-11-30"))
                .hasStatus(303);
        assertThat(page(kim, owner)).bodyText().contains("Begins later");
        assertThat(post(kim + "/memberships", owner, "group", made.group().toString(), "from", "2026-12-07"))
                .hasStatus(422)
                .bodyText()
                .contains("They have a seat in this group then already.");
    }

    @Test
    void a_therapist_records_diagnoses_and_plans_of_their_own_members_and_of_no_others() {
        var patient = "/patients/" + made.members().getFirst();
        var own = made.tokens().get(Role.THERAPIST);
        assertThat(page(patient, own)).bodyText().contains("Record diagnoses");
        assertThat(post(patient + "/diagnoses", own, "codes", "F33.1", "from", "2026-01-01"))
                .hasStatus(303);
        assertThat(page(patient, made.otherLeader())).bodyText().doesNotContain("Replace the diagnoses");
        assertThat(post(patient + "/diagnoses", made.otherLeader(), "codes", "F41.1", "from", "2026-02-01"))
                .hasStatus(403);
        assertThat(post(patient + "/plans", made.otherLeader(), "from", "2026-02-01"))
                .hasStatus(403);
    }

    @Test
    void a_day_of_another_age_and_a_very_long_reason_are_slips() {
        var kim = "/patients/" + made.members().getFirst();
        assertThat(post(kim + "/memberships", owner, "group", made.group().toString(), "from", "0226-01-01"))
                .bodyText()
                .contains("Choose the first day on which the seat is theirs.");
        assertThat(post("/sessions/" + made.tomorrow() + "/cancel", owner, "reason", "x".repeat(501)))
                .hasStatus(422)
                .bodyText()
                .contains("Shorten it: 500 characters are the most.");
    }

    @Test
    void an_undo_with_nothing_to_take_back_says_so() {
        assertThat(post("/sessions/" + made.today() + "/undo", owner))
                .hasStatus(422)
                .bodyText()
                .contains("There is no mark to take back.");
    }

    private MvcTestResult extra(String day, String start) {
        return post(
                "/groups/" + made.group() + "/sessions",
                owner,
                "day",
                day,
                "start",
                start,
                "minutes",
                "60",
                "place",
                "11");
    }

    private MvcTestResult page(String uri, String token) {
        return browser.get().uri(uri).cookie(new Cookie("circlekeeper", token)).exchange();
    }

    private MvcTestResult post(String uri, String token, String... fields) {
        var request = browser.post().uri(uri).with(csrf()).cookie(new Cookie("circlekeeper", token));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
