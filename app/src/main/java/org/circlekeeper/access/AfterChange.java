package org.circlekeeper.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Consumer;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Told, once the answer is ready, in which practice a person changed something and was not refused. */
public record AfterChange(Consumer<PracticeId> told) implements HandlerInterceptor {

    private static final int REFUSED = 400;

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getMethod().equals("POST")
                && failure == null
                && !changesNothing(handler)
                && response.getStatus() < REFUSED
                && request.getAttribute(SignIn.class.getName()) instanceof SignIn signIn) {
            told.accept(signIn.who().practice());
        }
    }

    private static boolean changesNothing(Object handler) {
        return handler instanceof HandlerMethod method && method.hasMethodAnnotation(ChangesNothing.class);
    }
}
