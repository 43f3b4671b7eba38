package org.circlekeeper.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * Where a POST leads, and what is said there once: {@code return Next.to("/claims").saying("12 claims released.")}. The
 * sentence travels in a cookie of one minute, so it carries counts and labels, never the name of a patient.
 */
public record Next(
        String href, @Nullable String said, @Nullable String undo, boolean refused) implements View {

    public static Next to(String href) {
        return new Next(href, null, null, false);
    }

    /** Whether an address that came from outside is one on this site and no other. */
    public static boolean isInside(String address) {
        return address.equals("/") || address.matches("/(?![/\\\\])[\\x21-\\x7e]*");
    }

    public Next saying(String sentence) {
        return new Next(href, sentence, undo, false);
    }

    /** What is said when that which was asked for was not done. */
    public Next refusing(String sentence) {
        return new Next(href, sentence, null, true);
    }

    /** The address whose POST takes the act back. */
    public Next undo(String address) {
        return new Next(href, said, address, refused);
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        if (said != null) {
            Said.tell(request, response, new Frame.Notice(said, undo, refused));
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, href);
    }
}
