package org.circlekeeper.access.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.http.Cookie;
import java.util.Base64;
import java.util.List;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.CannotStart;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody reaches who has not signed in, or who comes under a false name. */
@PracticeTest
class StrangersTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AnyPractice any;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example"})
    void a_name_that_is_not_ours_is_answered_nothing(String name) {
        assertThat(browser.get().uri("/sign-in").with(request -> {
                    request.setServerName(name);
                    return request;
                }))
                .hasStatus(400)
                .bodyText()
                .contains("does not go by that name", "CIRCLEKEEPER_ADDRESS")
                .doesNotContain("<form");
    }

    @Test
    void behind_a_proxy_the_name_outside_is_ours_too() {
        var names = new OwnNames("https://circle.example.org");

        assertThat(names.include("circle.example.org")).isTrue();
        assertThat(names.include("127.0.0.1")).isTrue();
        assertThat(names.include("example.org")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle.example.org", "http://circle.example.org", "https://", "not an address"})
    void an_address_outside_that_is_none_is_told_at_the_start(String address) {
        assertThatThrownBy(() -> new OwnNames(address))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("CIRCLEKEEPER_ADDRESS reads like");
    }

    @Test
    void a_file_from_somebody_who_has_not_signed_in_is_sent_to_the_door_unread() {
        assertThat(browser.post()
                        .uri("/import")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void an_address_with_a_byte_that_no_address_holds_is_turned_away() {
        assertThat(browser.get().uri("/set-password/{token}", "a\0b"))
                .hasStatus(400)
                .bodyText()
                .contains("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/take",
                "/\\elsewhere.example",
                "https://elsewhere.example",
                "/ x",
                "javascript:x"
            })
    void what_a_forged_cookie_says_leads_to_no_other_site(String undo) {
        var told = (undo + "\nDone.").getBytes(UTF_8);
        var said = new Cookie("said", Base64.getUrlEncoder().withoutPadding().encodeToString(told));

        assertThat(browser.get().uri("/you").cookie(owner(), said))
                .hasStatusOk()
                .bodyText()
                .contains("Done.")
                .doesNotContain("data-undo", "elsewhere.example");
    }

    @Test
    void what_our_own_cookie_says_can_be_taken_back() {
        var said = new Cookie("said", Base64.getUrlEncoder().encodeToString("/import/1/undo\nDone.".getBytes(UTF_8)));

        assertThat(browser.get().uri("/you").cookie(owner(), said)).bodyText().contains("action=\"/import/1/undo\"");
    }

    /** A browser of ours never asks what an address may do; whoever does learns nothing, and nothing is logged. */
    @Test
    void what_an_address_may_do_is_told_to_nobody_and_no_line_is_logged() {
        var lines = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        lines.start();
        root.addAppender(lines);
        try {
            var owner = owner();
            mapping.getHandlerMethods().keySet().stream()
                    .flatMap(route -> route.getPatternValues().stream())
                    .distinct()
                    .map(path -> path.replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000"))
                    .forEach(path -> {
                        var status = browser.options()
                                .uri(path)
                                .cookie(owner)
                                .exchange()
                                .getResponse()
                                .getStatus();
                        assertThat(status).as(path).isIn(MemberSignIn.isPath(path) ? List.of(302, 405) : List.of(405));
                        assertThat(browser.options()
                                        .uri(path)
                                        .exchange()
                                        .getResponse()
                                        .getStatus())
                                .as(path)
                                .isIn(302, 404, 405);
                    });
        } finally {
            root.detachAppender(lines);
        }
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
    }

    private Cookie owner() {
        var practice = any.open();
        var person = people.add("owner@" + practice + ".example", "An Owner");
        people.giveRole(practice, person, Role.OWNER, new Actor.Operator("test"));
        return new Cookie("circlekeeper", signIns.begin(person, practice));
    }
}
