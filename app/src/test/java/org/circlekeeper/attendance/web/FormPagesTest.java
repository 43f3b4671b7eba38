package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.circlekeeper.access.Role;
import org.circlekeeper.database.PracticeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Forms as a browser without scripts sends them: what is wrong is said beside its field, and nothing typed is lost. */
@PracticeTest
class FormPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    private Circle.Made made;
    private String group;
    private String patient;

    @BeforeEach
    void a_practice() {
        made = circle.made();
        group = "/groups/" + made.group();
        patient = "/patients/" + made.members().get(0);
    }

    @Test
    void a_group_is_founded_with_its_kind_and_time() {
        var refused = found("Monday Circle");
        assertThat(refused).hasStatus(422);
        assertThat(refused)
                .bodyText()
                .contains("There is a group of this name already.")
                .contains("value=\"DBT skills\"");
        var founded = found("Tuesday Skills");
        assertThat(founded).hasStatus(303);
        assertThat(page(founded.getResponse().getHeader("Location")))
                .contains("Tuesday Skills")
                .contains("Tuesdays 18:30 to 20:00")
                .contains("0 of 8 seats");
    }

    @Test
    void a_seat_is_given_from_a_day_on_and_ended_with_a_reason() {
        var added = post("/patients/new", "first", "Kim", "last", "Moss", "born", "1990-02-03", "sex", "U");
        assertThat(added).hasStatus(303);
        var kim = added.getResponse().getHeader("Location").replace("/patients/", "");
        assertThat(post(group + "/memberships", "patient", kim, "from", "2026-11-30"))
                .hasStatus(303);
        assertThat(page(group)).contains("Kim Moss");
        var again = post(group + "/memberships", "patient", kim, "from", "2026-12-07");
        assertThat(again).hasStatus(422);
        assertThat(again).bodyText().contains("They have a seat in this group then already.");
        assertThat(page("/patients/" + kim))
                .contains("None on file")
                .contains("Monday Circle")
                .contains("Begins later");
    }

    @Test
    void a_member_s_form_keeps_what_was_typed() {
        var answer = post("/patients/new", "first", "Kim", "last", "", "born", "2190-02-03", "sex", "U", "zip", "12");
        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("value=\"Kim\"")
                .contains("Write at least the last name")
                .contains("Nobody alive was born on that day")
                .contains("Write the ZIP code");
    }

    @Test
    void insurance_of_a_dependent_names_who_holds_the_policy() {
        var refused = insure("S", "19", "", "");
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains("Write the name of who holds the policy");
        var taken = insure("P", "18", "", "");
        assertThat(taken).bodyText().contains("Another insurance has that place");
        assertThat(insure("S", "19", "Eva", "Ruiz")).hasStatus(303);
        assertThat(page(patient)).contains("Eva Ruiz holds the policy (Child)");
    }

    @Test
    void diagnoses_plans_and_authorizations_stand_on_the_member_s_page() {
        assertThat(post(patient + "/diagnoses", "codes", "not a code", "from", "2026-01-01"))
                .hasStatus(422);
        assertThat(post(patient + "/diagnoses", "codes", "f331, F41.1", "from", "2026-01-01"))
                .hasStatus(303);
        assertThat(post(
                        patient + "/plans",
                        "from",
                        "2026-01-01",
                        "to",
                        "2026-12-31",
                        "signed",
                        "Marcus Bell",
                        "kept",
                        "our chart"))
                .hasStatus(303);
        assertThat(post(
                        patient + "/authorizations",
                        "payer",
                        made.evergreen().id().toString(),
                        "number",
                        "A-77",
                        "code",
                        "90853",
                        "units",
                        "20",
                        "from",
                        "2026-11-01",
                        "to",
                        "2027-04-30"))
                .hasStatus(303);
        assertThat(page(patient))
                .contains("F33.1 (principal)")
                .contains("F41.1")
                .contains("our chart")
                .contains("A-77");
    }

    @Test
    void a_payer_s_page_keeps_rules_and_says_whom_it_knows() {
        var payer = "/payers/" + made.evergreen().id();
        assertThat(post(payer + "/rules", "kind", "LOOK_AT_SHORTER", "amount", "45", "from", "2026-01-01"))
                .bodyText()
                .contains("Say where the rule stands");
        assertThat(post(
                        payer + "/rules",
                        "kind",
                        "LOOK_AT_SHORTER",
                        "amount",
                        "45",
                        "from",
                        "2026-01-01",
                        "source",
                        "our own"))
                .hasStatus(303);
        assertThat(post(
                        payer + "/enrolments",
                        "leader",
                        made.leader().toString(),
                        "known",
                        "yes",
                        "from",
                        "2026-01-01",
                        "source",
                        "letter of January"))
                .hasStatus(303);
        assertThat(post(payer + "/standing-order")).hasStatus(303);
        assertThat(page(payer))
                .contains("not verified")
                .contains("under NPI 1234560013 (commercial)")
                .contains("letter of January")
                .contains("Dana Whitfield said on Mon 23 Nov 2026");
        assertThat(page("/payers")).contains("until Sat 20 Feb 2027");
    }

    @Test
    void a_person_gets_a_link_once_and_the_last_owner_stays() {
        var answer =
                post("/people", "name", "Rosa Diaz", "email", "rosa@" + made.practice() + ".example", "role", "BILLER");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyText().contains("/set-password/").contains("It is shown this once");
        assertThat(page("/people")).contains("Rosa Diaz").doesNotContain("/set-password/");
    }

    @Test
    void settings_are_refused_with_a_remedy_and_kept() {
        var refused =
                post("/settings/practice", "name", "Maple", "npi", "1234560014", "line", "PO Box 7", "zip", "62701");
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains("This NPI has a wrong digit.").contains("value=\"PO Box 7\"");
        assertThat(post("/settings/holidays/federal", "day", "2026-11-26")).hasStatus(303);
        assertThat(post("/settings/fees", "code", "90853", "from", "2026-01-01", "charge", "65"))
                .hasStatus(303);
        assertThat(post("/settings/leeway", "level-plan-sessions", "ACT")).hasStatus(303);
        assertThat(post("/settings/former-records", "covers", "consents", "on", "2026-11-01"))
                .hasStatus(303);
        assertThat(page("/settings"))
                .contains("Thu 26 Nov 2026: Thanksgiving Day")
                .contains("$65.00")
                .contains("Dana Whitfield attests");
    }

    @Test
    void search_finds_members_and_groups() {
        assertThat(post("/search", "q", "mond")).hasStatusOk().bodyText().contains("Monday Circle");
        assertThat(post("/search", "q", "ruiz")).hasStatusOk().bodyText().contains("Ana Ruiz");
        assertThat(post("/patients", "q", "nobody")).hasStatusOk().bodyText().contains("Nobody is known by that.");
        assertThat(post("/calendar/appointments/new", "find", "ruiz"))
                .hasStatusOk()
                .bodyText()
                .contains("Ana Ruiz, born")
                .doesNotContain("Okafor");
    }

    @Test
    void a_name_in_an_address_is_not_searched_for() {
        assertThat(page("/search?q=ruiz")).doesNotContain("ruiz").doesNotContain("Ana Ruiz");
        assertThat(page("/patients?q=ruiz")).doesNotContain("ruiz").contains("10 members<");
    }

    private String page(String path) {
        var answer = browser.get().uri(path).cookie(owner()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult found(String name) {
        return post("/groups/new", """
                name=%s
                capacity=8
                leader=%s
                kindName=DBT skills
                code=90853
                weekday=TUESDAY
                start=18:30
                minutes=90
                from=2026-11-24
                place=10""".formatted(name, made.leader()).split("[=\\n]", -1));
    }

    private MvcTestResult insure(String rank, String relationship, String holderFirst, String holderLast) {
        return post(patient + "/coverages", """
                payer=%s
                rank=%s
                member=W9
                group=
                relationship=%s
                holderFirst=%s
                holderLast=%s
                from=2026-06-01""".formatted(
                        made.evergreen().id(), rank, relationship, holderFirst, holderLast)
                .split("[=\\n]", -1));
    }

    private MvcTestResult post(String path, String... fields) {
        var request = browser.post().uri(path).with(csrf()).cookie(owner());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private Cookie owner() {
        return new Cookie("circlekeeper", made.tokens().get(Role.OWNER));
    }
}
