package org.circlekeeper.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.circlekeeper.database.CannotStart;
import org.circlekeeper.database.PracticeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What somebody reaches who has not signed in, or who comes under a false name. */
@PracticeTest
class StrangersTest {

    @Autowired
    MockMvcTester browser;

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
}
