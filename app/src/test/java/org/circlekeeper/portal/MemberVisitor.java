package org.circlekeeper.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.stream.Stream;
import org.circlekeeper.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Somebody on a telephone, without scripts, at the members' own pages.
 *
 * @param token the sign-in there; null before it
 * @param language as they chose it; null while they did not
 */
public record MemberVisitor(
        MockMvcTester browser,
        @Nullable String token,
        @Nullable String language) {

    public static final String COOKIE = "circlekeeper-portal";

    public MemberVisitor(MockMvcTester browser, @Nullable String token) {
        this(browser, token, null);
    }

    public MemberVisitor speaking(String tag) {
        return new MemberVisitor(browser, token, tag);
    }

    public MvcTestResult ask(String path) {
        var request = browser.get().uri(path);
        for (var cookie : cookies()) {
            request = request.cookie(cookie);
        }
        return request.exchange();
    }

    public String page(String path) {
        var answer = ask(path);
        assertThat(answer).as(path).hasStatusOk();
        return Visitor.text(answer);
    }

    public MvcTestResult post(String path, String... fields) {
        var request = browser.post().uri(path).with(csrf());
        for (var cookie : cookies()) {
            request = request.cookie(cookie);
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** Sends a file, with other fields beside it. */
    public MvcTestResult upload(String path, String field, byte[] file, String... fields) {
        var request = browser.post()
                .uri(path)
                .multipart()
                .file(new MockMultipartFile(field, "IMG_0001.JPG", "image/jpeg", file))
                .with(csrf());
        for (var cookie : cookies()) {
            request = request.cookie(cookie);
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** The page to which an answer leads, with what is said there once. */
    public String after(MvcTestResult answer) {
        var request =
                browser.get().uri(Objects.requireNonNull(answer.getResponse().getHeader("Location")));
        for (var cookie : cookies()) {
            request = request.cookie(cookie);
        }
        return Visitor.text(request.cookie(answer.getResponse().getCookies()).exchange());
    }

    private Cookie[] cookies() {
        var sign = token == null ? null : new Cookie(COOKIE, token);
        var tongue = language == null ? null : new Cookie("portal-language", language);
        return Stream.of(sign, tongue).filter(Objects::nonNull).toArray(Cookie[]::new);
    }
}
