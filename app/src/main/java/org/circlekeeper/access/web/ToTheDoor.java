package org.circlekeeper.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.circlekeeper.access.Bookmark;
import org.circlekeeper.access.Door;
import org.circlekeeper.access.MemberSignIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends whoever has not signed in to the sign-in page, and remembers where they were going. */
class ToTheDoor implements AuthenticationEntryPoint {

    private final ObjectProvider<Door> doors;
    private final ObjectProvider<Bookmark> bookmarks;

    ToTheDoor(ObjectProvider<Door> doors, ObjectProvider<Bookmark> bookmarks) {
        this.doors = doors;
        this.bookmarks = bookmarks;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean amongMembers = MemberSignIn.isPath(request.getRequestURI());
        var bookmark = bookmarks.getIfAvailable();
        boolean kept = amongMembers && bookmark != null && bookmark.keep(request, response);
        var door = door(amongMembers);
        if (request.getMethod().equals("GET")
                && !amongMembers
                && !request.getRequestURI().equals("/")) {
            door += "?next=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
        }
        if (!request.getMethod().equals("GET")) {
            door += kept ? "?ended=kept" : "?ended=yes";
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", door);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(door);
        }
    }

    private String door(boolean amongMembers) {
        if (amongMembers) {
            return MemberSignIn.PATH + "/sign-in";
        }
        var own = doors.getIfAvailable();
        return own == null ? Door.PLAIN : own.href();
    }
}
