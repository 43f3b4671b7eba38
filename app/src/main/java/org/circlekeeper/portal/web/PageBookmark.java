package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.circlekeeper.access.Bookmark;
import org.circlekeeper.portal.PortalCookie;
import org.circlekeeper.portal.Unsent;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Where somebody was on their own pages when their sign-in had ended, in this browser and for an hour. It holds an
 * address with ids alone; whoever it is not about is told there that nothing is there. What they typed is kept sealed,
 * and not in the browser.
 */
@Component
class PageBookmark implements Bookmark {

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Pages that open by their address; a form within a paper leads to that paper. */
    private static final Pattern PLACE = Pattern.compile("(/portal/papers/" + ID + "(?:/pages/[0-9]{1,3}|/whole)?"
            + "|/portal/papers|/portal/messages(?:/[a-z]{1,20})?|/portal/sessions/" + ID + "/absence)(?:/.*)?");

    /** Pages whose forms hold what was typed there: answers and messages, and no code or name that signs. */
    private static final Pattern TYPED =
            Pattern.compile("/portal/papers/" + ID + "/pages/[0-9]{1,3}|/portal/messages/[a-z]{1,20}");

    private final Unsent unsent;

    PageBookmark(Unsent unsent) {
        this.unsent = unsent;
    }

    @Override
    public boolean keep(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI();
        place(path).ifPresent(place -> PortalCookie.wasAt(request, response, place));
        return isForm(request)
                && TYPED.matcher(path).matches()
                && PortalCookie.read(request)
                        .filter(token -> unsent.keep(token, path, typed(request)))
                        .isPresent();
    }

    /** A file is not read: nobody has signed in. */
    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST")
                && (type == null || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        var typed = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        typed.remove("_csrf");
        return typed;
    }

    /** The place, once. */
    static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        var kept = PortalCookie.place(request);
        if (kept.isPresent()) {
            PortalCookie.wasAt(request, response, "");
        }
        return kept.flatMap(PageBookmark::place);
    }

    private static Optional<String> place(String path) {
        var place = PLACE.matcher(path);
        return place.matches() ? Optional.of(place.group(1)) : Optional.empty();
    }
}
