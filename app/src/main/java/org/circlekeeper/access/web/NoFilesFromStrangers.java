package org.circlekeeper.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.SignIn;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nothing of an upload is read before its sender has signed in: looking for the form's token would read all of it. */
class NoFilesFromStrangers extends OncePerRequestFilter {

    private final AuthenticationEntryPoint door;

    NoFilesFromStrangers(AuthenticationEntryPoint door) {
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var type = request.getContentType();
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (upload && isStranger(request)) {
            door.commence(
                    request, response, new InsufficientAuthenticationException("Files come from whoever signed in"));
        } else {
            rest.doFilter(request, response);
        }
    }

    private static boolean isStranger(HttpServletRequest request) {
        return request.getAttribute(SignIn.class.getName()) == null
                && request.getAttribute(MemberSignIn.class.getName()) == null;
    }
}
