package org.circlekeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Encounters.Mark;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.audit.Verdict;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.scheduling.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One click and one is somebody; the day passes, and begins again. */
@PracticeTest
@ActiveProfiles("demo")
@TestPropertySource(properties = "circlekeeper.home=target/test-demo-home")
class DoorTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Stage stage;

    @Autowired
    Clock clock;

    @Autowired
    PracticeScope scope;

    @Autowired
    Sessions sessions;

    @Autowired
    Encounters encounters;

    @Autowired
    AuditTrail audit;

    @AfterEach
    void monday_again() {
        stage.backToTheBeginning();
    }

    @Test
    void whoever_comes_is_asked_who_they_are_and_each_card_has_its_live_line() {
        assertThat(browser.get().uri("/")).hasStatus(302).redirectedUrl().isEqualTo("/demo");
        assertThat(browser.get().uri("/demo"))
                .hasStatusOk()
                .bodyText()
                .contains("A therapy group is one session and ten payers. Who are you today?")
                .contains("35 claims went out, 4 wait")
                .contains("2 practices, 4 things to do")
                .contains("4 notes to sign")
                .contains("Invented people. Nothing is sent.")
                .contains("Mon 8:00");
    }

    @Test
    void each_of_them_finds_a_first_page() {
        for (var persona : Persona.values()) {
            assertThat(browser.get().uri("/").cookie(be(persona))).hasStatusOk();
        }
    }

    @Test
    void the_day_passes_to_the_end_of_the_group_and_then_to_another_morning() {
        assertThat(press("/demo/pass", be(Persona.MARCUS)))
                .hasStatus(303)
                .redirectedUrl()
                .startsWith("/sessions/");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-23T16:15:00Z"));

        press("/demo/pass", be(Persona.ROSA));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-24T14:00:00Z"));
        assertThat(browser.get().uri("/").cookie(be(Persona.DANA))).bodyText().contains("Monday Circle met on Monday");
    }

    @Test
    void the_sign_in_outlives_the_hours_that_are_let_pass() {
        var answer = press("/demo/pass", be(Persona.MARCUS));
        var fresh = Objects.requireNonNull(answer.getResponse().getCookie("circlekeeper"));

        assertThat(browser.get().uri("/").cookie(fresh)).hasStatusOk();
    }

    @Test
    void the_demo_is_put_back_as_if_nothing_had_happened() {
        var willow = stage.practices().getFirst();
        var entries = scope.in(willow, audit::size);
        var session = scope.in(
                willow,
                () -> sessions.between(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23))
                        .getFirst()
                        .id());
        press("/demo/pass", be(Persona.MARCUS));
        scope.run(
                willow,
                () -> encounters.mark(
                        session,
                        encounters
                                .sheet(session)
                                .orElseThrow()
                                .seats()
                                .getFirst()
                                .patient(),
                        Mark.of(Presence.ABSENT),
                        new Actor.Operator("tester")));

        assertThat(press("/demo/restart", be(Persona.MARCUS))).hasStatus(303);

        assertThat(clock.instant()).isEqualTo(Story.BEGINS);
        scope.run(willow, () -> {
            assertThat(encounters.sheet(session).orElseThrow().unmarked()).isEqualTo(10);
            assertThat(audit.size()).isEqualTo(entries + 1);
            assertThat(audit.verify()).isInstanceOf(Verdict.Whole.class);
        });
    }

    @Test
    void what_is_tried_is_ticked_and_the_strip_can_be_closed() {
        var dana = be(Persona.DANA);
        browser.get().uri("/use-it-for-real").cookie(dana).exchange();
        assertThat(browser.get().uri("/").cookie(dana))
                .bodyText()
                .contains("✓ done: See how you would use it for real");

        press("/demo/tips/close", dana);
        assertThat(browser.get().uri("/").cookie(dana)).bodyText().doesNotContain("Try this");
    }

    @Test
    void nobody_else_is_at_the_door() {
        assertThat(browser.post().uri("/demo/be/sam").with(csrf())).hasStatus(404);
    }

    private Cookie be(Persona persona) {
        var answer =
                browser.post().uri("/demo/be/" + persona.word()).with(csrf()).exchange();
        return Objects.requireNonNull(answer.getResponse().getCookie("circlekeeper"));
    }

    private MvcTestResult press(String path, Cookie who) {
        return browser.post().uri(path).with(csrf()).cookie(who).exchange();
    }
}
