package org.circlekeeper.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request reach its controller only as the access table says (I18). What is not in the table is denied. */
class AccessRule implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(AccessRule.class);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getMethod().equals("OPTIONS")) {
            throw new ResponseStatusException(HttpStatus.METHOD_NOT_ALLOWED);
        }
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        var part = method.getMethodAnnotation(ForMembers.class);
        if (part != null) {
            return mayAsMember(request, response, part.value());
        }
        var needs = method.getMethodAnnotation(Needs.class);
        if (needs == null || !(request.getAttribute(SignIn.class.getName()) instanceof SignIn signIn)) {
            LOG.warn("No row in the access table: {}", method);
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!signIn.who().may(needs.value())) {
            throw new NotYours(needs.value());
        }
        return true;
    }

    /** What is not theirs to see leads back to their first page, which asks for whom or shows what they may. */
    private static boolean mayAsMember(HttpServletRequest request, HttpServletResponse response, MemberPart part)
            throws IOException {
        if (!(request.getAttribute(MemberSignIn.class.getName()) instanceof MemberSignIn member)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!member.may(part)) {
            response.sendRedirect(MemberSignIn.PATH);
            return false;
        }
        return true;
    }
}
