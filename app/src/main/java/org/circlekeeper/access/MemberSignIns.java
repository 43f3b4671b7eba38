package org.circlekeeper.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Asked of the feature that keeps the members' own pages: who sends a request there, by its own cookie. */
public interface MemberSignIns {
    Optional<? extends MemberSignIn> of(HttpServletRequest request);
}
