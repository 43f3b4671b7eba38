package org.circlekeeper.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.UndeclaredThrowableException;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Runs the controller method of a signed-in request inside the scope of its practice. The transaction has committed
 * before the page is rendered or the redirect is sent: whoever reads "saved" can rely on it.
 */
class ScopedHandlerAdapter extends RequestMappingHandlerAdapter {

    private final ObjectProvider<PracticeScope> scope;

    ScopedHandlerAdapter(ObjectProvider<PracticeScope> scope) {
        this.scope = scope;
    }

    @Override
    protected @Nullable ModelAndView invokeHandlerMethod(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method) throws Exception {
        var practice = practice(request);
        if (practice == null || method.hasMethodAnnotation(Open.class)) {
            return super.invokeHandlerMethod(request, response, method);
        }
        var answer = new Answer();
        try {
            scope.getObject().run(practice, () -> answer.set(invoked(request, response, method)));
        } catch (UndeclaredThrowableException wrapped) {
            throw wrapped.getCause() instanceof Exception cause ? cause : wrapped;
        }
        return answer.view;
    }

    /** Where whoever sent this is signed in, as staff or to the members' own pages. */
    private static @Nullable PracticeId practice(HttpServletRequest request) {
        if (request.getAttribute(SignIn.class.getName()) instanceof SignIn signIn) {
            return signIn.who().practice();
        }
        return request.getAttribute(MemberSignIn.class.getName()) instanceof MemberSignIn member
                ? member.practice()
                : null;
    }

    private @Nullable ModelAndView invoked(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method) {
        try {
            return super.invokeHandlerMethod(request, response, method);
        } catch (RuntimeException asItIs) {
            throw asItIs;
        } catch (Exception checked) {
            throw new UndeclaredThrowableException(checked);
        }
    }

    /** What the controller answered, nothing included. */
    private static final class Answer {
        private @Nullable ModelAndView view;

        void set(@Nullable ModelAndView view) {
            this.view = view;
        }
    }
}
