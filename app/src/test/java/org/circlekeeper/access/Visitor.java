package org.circlekeeper.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Somebody with a browser without scripts: reads pages and sends forms.
 *
 * @param token the sign-in; null of a stranger
 */
public record Visitor(MockMvcTester browser, @Nullable String token) {

    public MvcTestResult ask(String path) {
        var request = browser.get().uri(path);
        return (token == null ? request : request.cookie(cookie(token))).exchange();
    }

    /** The text of a page that may be read. */
    public String page(String path) {
        var answer = ask(path);
        assertThat(answer).as(path).hasStatusOk();
        return text(answer);
    }

    /** Sends a form: the name of each field, and what stands in it. */
    public MvcTestResult post(String path, String... fields) {
        var request = browser.post().uri(path).with(csrf());
        if (token != null) {
            request = request.cookie(cookie(token));
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** The page to which an answer leads, with what is said there once. */
    public String after(MvcTestResult answer) {
        var request = browser.get().uri(answer.getResponse().getHeader("Location"));
        if (token != null) {
            request = request.cookie(cookie(token));
        }
        return text(request.cookie(answer.getResponse().getCookies()).exchange());
    }

    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Cookie cookie(String token) {
        return new Cookie("circlekeeper", token);
    }
}
