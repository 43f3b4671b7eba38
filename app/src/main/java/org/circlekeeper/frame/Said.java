package org.circlekeeper.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that carries one sentence from a POST to the page after it. */
final class Said {

    private static final String NAME = "said";
    private static final int LONGEST = 400;
    private static final String REFUSED = "!";

    private Said() {}

    static void tell(HttpServletRequest request, HttpServletResponse response, Frame.Notice notice) {
        var said = notice.said().substring(0, Math.min(notice.said().length(), LONGEST));
        var text = (notice.undo() == null ? "" : notice.undo()) + (notice.refused() ? REFUSED : "") + "\n" + said;
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        set(request, response, value, Duration.ofMinutes(1));
    }

    /** What was told, which is then forgotten. */
    static Frame.@Nullable Notice hear(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        set(request, response, "", Duration.ZERO);
        try {
            var text = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            var parts = text.split("\n", 2);
            return parts.length < 2
                    ? null
                    : new Frame.Notice(parts[1], Next.isInside(parts[0]) ? parts[0] : null, parts[0].endsWith(REFUSED));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        var cookie = ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
