package org.circlekeeper.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Light or dark, as somebody chose for the browser they use; without a choice the pages follow the device. */
public final class Look {

    private static final String NAME = "look";
    private static final Set<String> LOOKS = Set.of("light", "dark");
    private static final Duration KEPT = Duration.ofDays(365);

    private Look() {}

    /** What was chosen; null follows the device. */
    public static @Nullable String chosen(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie != null && LOOKS.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    /** Keeps the choice; anything but light and dark takes it back. */
    public static void choose(HttpServletRequest request, HttpServletResponse response, String look) {
        boolean known = LOOKS.contains(look);
        var cookie = ResponseCookie.from(NAME, known ? look : "")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(known ? KEPT : Duration.ZERO)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
