package org.circlekeeper.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request reach its controller only as the access table says (I18). What is not in the table is denied. */
class AccessRule implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(AccessRule.class);

    private final AuditTrail audit;
    private final PracticeScope scope;

    AccessRule(AuditTrail audit, PracticeScope scope) {
        this.audit = audit;
        this.scope = scope;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        var needs = method.getMethodAnnotation(Needs.class);
        if (needs == null || !(request.getAttribute(SignIn.class.getName()) instanceof SignIn signIn)) {
            LOG.warn("No row in the access table: {}", method);
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!signIn.who().may(needs.value())) {
            refuse(signIn.who(), needs.value(), request);
        }
        return true;
    }

    /** The route is noted by its pattern: an address may carry an id that does not exist. */
    private void refuse(SignedIn who, Permission needed, HttpServletRequest request) {
        var route = request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        scope.run(who.practice(), () -> audit.refused(who.actor(), "asked for " + route, "person " + who.person(),
                "needs " + needed.name()));
        throw new NotYours(needed);
    }
}
