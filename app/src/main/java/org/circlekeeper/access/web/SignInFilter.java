package org.circlekeeper.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.MemberSignIns;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.access.SignInCookie;
import org.circlekeeper.access.SignIns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks up who sends a request, by its cookie, and leaves the {@link SignIn} on the request. */
class SignInFilter extends OncePerRequestFilter {

    private final SignIns signIns;
    private final ObjectProvider<MemberSignIns> members;

    SignInFilter(SignIns signIns, ObjectProvider<MemberSignIns> members) {
        this.signIns = signIns;
        this.members = members;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (isOfMembers(request)) {
            members.stream()
                    .flatMap(one -> one.of(request).stream())
                    .findFirst()
                    .ifPresent(signIn -> leave(request, MemberSignIn.class, signIn, signIn));
        } else {
            SignInCookie.read(request)
                    .flatMap(signIns::of)
                    .ifPresent(signIn -> leave(request, SignIn.class, signIn, signIn.who()));
        }
        rest.doFilter(request, response);
    }

    private static void leave(HttpServletRequest request, Class<?> kind, Object signIn, Object who) {
        request.setAttribute(kind.getName(), signIn);
        var known = new PreAuthenticatedAuthenticationToken(who, "", AuthorityUtils.NO_AUTHORITIES);
        SecurityContextHolder.setContext(new SecurityContextImpl(known));
    }

    /** An error is met where the request was going: no member's is shown in the frame of staff, nor the reverse. */
    private static boolean isOfMembers(HttpServletRequest request) {
        var going = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return MemberSignIn.isPath(going instanceof String path ? path : request.getRequestURI());
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
