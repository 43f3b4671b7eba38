package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.circlekeeper.access.Role;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The sheet of a session as a browser without scripts meets it. */
@PracticeTest
class SheetPageTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    Encounters encounters;

    @Autowired
    PracticeScope scope;

    private Circle.Made made;
    private String sheet;

    @BeforeEach
    void a_group_of_ten_has_met() {
        made = circle.made();
        sheet = "/sessions/" + made.today();
    }

    @Test
    void everyone_is_unmarked_until_somebody_says_otherwise() {
        assertThat(page(sheet, Role.THERAPIST))
                .contains("Unmarked is never billed.")
                .contains("0 marked · 10 left")
                .contains("Everyone else present (10)")
                .contains("10 seats, nobody marked yet");
    }

    @Test
    void everyone_else_present_fills_only_the_unmarked() {
        mark(0, "ABSENT", "");
        mark(1, "LEFT_EARLY", "20");
        assertThat(page(sheet, Role.THERAPIST))
                .contains("Everyone else present (8)")
                .contains("left after 20 min");
        post(sheet + "/present", Role.THERAPIST);
        assertThat(page(sheet, Role.THERAPIST))
                .contains("9 came. Evergreen allows 12, State Medicaid 10: fine.")
                .contains("10 marked · 0 left");
        assertThat(seatOf(0)).isEqualTo(Presence.ABSENT);
        assertThat(seatOf(1)).isEqualTo(Presence.LEFT_EARLY);
    }

    @Test
    void a_sheet_with_somebody_unmarked_is_not_closed() {
        mark(0, "PRESENT", "");
        var answer = post(sheet + "/close", Role.THERAPIST);
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText().contains("9 members are still unmarked.");
    }

    @Test
    void who_came_late_or_left_early_is_asked_about_before_the_sheet_closes_and_nothing_typed_is_lost() {
        mark(0, "LEFT_EARLY", "");
        mark(1, "LATE", "");
        post(sheet + "/present", Role.THERAPIST);

        var asked = post(sheet + "/close", Role.THERAPIST);
        assertThat(asked).hasStatus(422);
        assertThat(asked).bodyText().contains("2 members came late or left early. After how many minutes?");

        var half = close("20", "900");
        assertThat(half).hasStatus(422);
        assertThat(half)
                .bodyText()
                .contains("left after 20 min")
                .contains("1 member came late or left early.")
                .contains("value=\"900\"");

        assertThat(close("20", "10")).hasStatus(303);
        assertThat(page(sheet, Role.THERAPIST)).contains("left after 20 min").contains("came after 10 min");
    }

    @Test
    void a_sheet_closes_without_minutes_that_nobody_knows() {
        mark(0, "LEFT_EARLY", "");
        post(sheet + "/present", Role.THERAPIST);
        assertThat(browser.post()
                        .uri(sheet + "/close")
                        .with(csrf())
                        .cookie(cookie(made.tokens().get(Role.THERAPIST)))
                        .param("unknown", "true"))
                .hasStatus(303);
        assertThat(page(sheet, Role.THERAPIST)).contains("Closed by Marcus Bell");
    }

    @Test
    void a_closed_sheet_says_what_follows_and_is_only_corrected_with_a_reason() {
        mark(0, "ABSENT", "");
        post(sheet + "/present", Role.THERAPIST);
        post(sheet + "/close", Role.THERAPIST);
        assertThat(page(sheet, Role.THERAPIST))
                .contains("Closed by Marcus Bell")
                .contains("1 absent: follow up today")
                .contains("4 held: No diagnosis is on file for Mon 23 Nov 2026")
                .contains("5 held: State Medicaid asks for a treatment plan in force on Mon 23 Nov 2026")
                .contains("9 notes of this session are not signed");
        assertThat(correct("")).hasStatus(422);
        assertThat(correct("She came, I had looked at the wrong row.")).hasStatus(303);
        assertThat(seatOf(0)).isEqualTo(Presence.PRESENT);
    }

    @Test
    void of_whom_no_fee_may_be_asked_is_said_with_the_program() {
        mark(0, "ABSENT", "");
        mark(1, "ABSENT", "");
        mark(3, "LATE_CANCEL", "");
        mark(5, "EXCUSED", "");
        post(sheet + "/present", Role.THERAPIST);
        post(sheet + "/close", Role.THERAPIST);

        assertThat(page(sheet, Role.THERAPIST))
                .contains("2 absent: follow up today, no fee for 1 (Medicaid)")
                .contains("1 cancelled late, never billed to a payer, no fee (Medicaid)")
                .contains("<li>1 excused</li>");
    }

    @Test
    void undo_takes_the_last_act_back() {
        mark(0, "ABSENT", "");
        post(sheet + "/undo", Role.THERAPIST);
        assertThat(seatOf(0)).isEqualTo(Presence.UNMARKED);
    }

    @Test
    void only_the_leader_or_the_owner_marks() {
        assertThat(browser.post().uri(sheet + "/present").with(csrf()).cookie(cookie(made.otherLeader())))
                .hasStatus(403);
        assertThat(page(sheet, Role.COORDINATOR)).contains("Only the session").doesNotContain("Close session");
        assertThat(post(sheet + "/present", Role.OWNER)).hasStatus(303);
    }

    @Test
    void nobody_has_come_to_a_session_that_has_not_begun() {
        var answer = browser.post()
                .uri("/sessions/" + made.tomorrow() + "/present")
                .with(csrf())
                .cookie(cookie(made.tokens().get(Role.THERAPIST)))
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText().contains("has not begun");
    }

    @Test
    void notes_are_signed_in_one_act_by_who_led() {
        mark(0, "ABSENT", "");
        post(sheet + "/present", Role.THERAPIST);
        post(sheet + "/close", Role.THERAPIST);
        assertThat(page("/notes", Role.THERAPIST)).contains("Sign today's 9");
        var answer = browser.post()
                .uri("/notes/sign")
                .with(csrf())
                .cookie(cookie(made.tokens().get(Role.THERAPIST)))
                .param("kept", "our chart")
                .param(
                        "note",
                        made.today() + " " + made.members().get(1),
                        made.today() + " " + made.members().get(2))
                .exchange();
        assertThat(answer).hasStatus(303);
        assertThat(page("/notes", Role.THERAPIST)).contains("Sign today's 7").contains("value=\"our chart\"");
        assertThat(page(sheet, Role.THERAPIST)).contains("by Marcus Bell, kept in our chart");
    }

    @Test
    void the_group_shows_its_circle_its_members_and_its_sessions() {
        assertThat(page("/groups", Role.OWNER)).contains("Monday Circle").contains("10 of 12");
        assertThat(page("/groups/" + made.group(), Role.OWNER))
                .contains("10 of 12 seats")
                .contains("Ana Ruiz")
                .contains("Evergreen")
                .contains("Open, 10 unmarked")
                .contains("Mondays 07:00 to 08:30");
    }

    private String page(String path, Role role) {
        var answer =
                browser.get().uri(path).cookie(cookie(made.tokens().get(role))).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String path, Role role) {
        return browser.post()
                .uri(path)
                .with(csrf())
                .cookie(cookie(made.tokens().get(role)))
                .exchange();
    }

    private void mark(int member, String presence, String minutes) {
        var answer = browser.post()
                .uri(sheet + "/marks")
                .with(csrf())
                .cookie(cookie(made.tokens().get(Role.THERAPIST)))
                .param("patient", made.members().get(member).toString())
                .param("presence", presence)
                .param("minutes", minutes)
                .exchange();
        assertThat(answer).hasStatus(303);
    }

    private MvcTestResult close(String leftAfter, String cameAfter) {
        return browser.post()
                .uri(sheet + "/close")
                .with(csrf())
                .cookie(cookie(made.tokens().get(Role.THERAPIST)))
                .param("minutes-" + made.members().get(0), leftAfter)
                .param("minutes-" + made.members().get(1), cameAfter)
                .exchange();
    }

    private MvcTestResult correct(String reason) {
        return browser.post()
                .uri(sheet + "/corrections")
                .with(csrf())
                .cookie(cookie(made.tokens().get(Role.THERAPIST)))
                .param("patient", made.members().get(0).toString())
                .param("presence", "PRESENT")
                .param("reason", reason)
                .exchange();
    }

    private Presence seatOf(int member) {
        Sheet now =
                scope.in(made.practice(), () -> encounters.sheet(made.today()).orElseThrow());
        return now.seats().stream()
                .filter(seat -> seat.patient().equals(made.members().get(member)))
                .findFirst()
                .orElseThrow()
                .presence();
    }

    private static Cookie cookie(String token) {
        return new Cookie("circlekeeper", token);
    }
}
