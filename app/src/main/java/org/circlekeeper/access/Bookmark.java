package org.circlekeeper.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Keeps the place of somebody among the members' own pages who has to sign in before they can go on. */
public interface Bookmark {

    /**
     * Keeps where the request was going, with its answer; a place to which nobody can come back is not kept.
     *
     * @return whether what was typed on it is kept as well
     */
    boolean keep(HttpServletRequest request, HttpServletResponse response);
}
