package org.circlekeeper.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.forms.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of the members' own pages. They go nowhere but there: the sign-in, which no script reads and no other
 * site makes a browser send; the language that was chosen; which practice it was, so that its door is found again; and
 * for an hour where somebody was whose sign-in had ended.
 */
public final class PortalCookie {

    private static final String SIGN_IN = "circlekeeper-portal";
    private static final String LANGUAGE = "portal-language";
    private static final String PRACTICE = "portal-practice";
    private static final String PLACE = "portal-place";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration PLACE_KEPT = Duration.ofHours(1);

    private PortalCookie() {}

    public static Optional<String> read(HttpServletRequest request) {
        return value(request, SIGN_IN);
    }

    public static void write(HttpServletRequest request, HttpServletResponse response, String token) {
        set(request, response, SIGN_IN, token, PortalSignIns.LONGEST);
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SIGN_IN, "", Duration.ZERO);
    }

    /** The language that was chosen here; else the first that the browser asks for and we speak; else English. */
    public static Language language(HttpServletRequest request) {
        return value(request, LANGUAGE).flatMap(Language::tagged).orElseGet(() -> asked(request));
    }

    private static Language asked(HttpServletRequest request) {
        var locales = request.getLocales();
        while (locales.hasMoreElements()) {
            var language = Language.tagged(locales.nextElement().getLanguage());
            if (language.isPresent()) {
                return language.get();
            }
        }
        return Language.EN;
    }

    public static void speak(HttpServletRequest request, HttpServletResponse response, Language language) {
        set(request, response, LANGUAGE, language.tag(), KEPT);
    }

    /** The key of the practice at whose door somebody stood last. */
    public static Optional<String> practice(HttpServletRequest request) {
        return value(request, PRACTICE);
    }

    public static void remember(HttpServletRequest request, HttpServletResponse response, String key) {
        set(request, response, PRACTICE, key, KEPT);
    }

    /** Where somebody was when their sign-in had ended. */
    public static Optional<String> place(HttpServletRequest request) {
        return value(request, PLACE);
    }

    /** Keeps that for an hour; an empty one is forgotten. */
    public static void wasAt(HttpServletRequest request, HttpServletResponse response, String path) {
        set(request, response, PLACE, path, path.isEmpty() ? Duration.ZERO : PLACE_KEPT);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty());
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration life) {
        var cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(MemberSignIn.PATH)
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
