package org.circlekeeper.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.access.SignInCookie;
import org.circlekeeper.access.SignIns;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks up who sends a request, by its cookie, and leaves the {@link SignIn} on the request. */
class SignInFilter extends OncePerRequestFilter {

    private final SignIns signIns;

    SignInFilter(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        SignInCookie.read(request).flatMap(signIns::of).ifPresent(signIn -> {
            request.setAttribute(SignIn.class.getName(), signIn);
            var known = new PreAuthenticatedAuthenticationToken(signIn.who(), "", AuthorityUtils.NO_AUTHORITIES);
            SecurityContextHolder.setContext(new SecurityContextImpl(known));
        });
        rest.doFilter(request, response);
    }

    /** Assets are the same for everyone: no question to the database for them. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return AccessChain.ASSETS.stream().anyMatch(asset -> asset.matches(request));
    }

    /** The page for an error wears the frame of whoever meets it. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
