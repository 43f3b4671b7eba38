package org.circlekeeper.frame;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** A feature whose pages do not wear the frame of staff, and which says in its own words that something cannot be. */
public interface OwnErrors {

    /** Whether this address is one of its own. */
    boolean isOf(String path);

    /** What is shown there. */
    ModelAndView page(HttpServletRequest request, HttpStatusCode status);
}
