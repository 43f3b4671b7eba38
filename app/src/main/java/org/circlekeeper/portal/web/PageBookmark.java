package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.circlekeeper.access.Bookmark;
import org.circlekeeper.portal.PortalCookie;
import org.springframework.stereotype.Component;

/**
 * Where somebody was on their own pages when their sign-in had ended, in this browser and for an hour. It holds an
 * address with ids alone; whoever it is not about is told there that nothing is there.
 */
@Component
class PageBookmark implements Bookmark {

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Pages that open by their address; a form within a paper leads to that paper. */
    private static final Pattern PLACE = Pattern.compile("(/portal/papers/" + ID + "(?:/pages/[0-9]{1,3}|/whole)?"
            + "|/portal/papers|/portal/messages(?:/[a-z]{1,20})?|/portal/sessions/" + ID + "/absence)(?:/.*)?");

    @Override
    public void keep(HttpServletRequest request, HttpServletResponse response) {
        place(request.getRequestURI()).ifPresent(place -> PortalCookie.wasAt(request, response, place));
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
