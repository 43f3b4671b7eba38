package org.circlekeeper.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.OwnErrors;
import org.circlekeeper.portal.PortalCookie;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controller methods who signed in and the language to speak, and shows what cannot be in the portal's own words.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PortalWiring implements WebMvcConfigurer, OwnErrors {

    /** Pages of a paper: one of them may ask for a file. */
    private static final Pattern SENDS_FILES = Pattern.compile("/portal/papers/[0-9a-f-]{36}/pages/[0-9]{1,3}");

    private static final List<Integer> TOLD_APART = List.of(403, 404);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Given());
    }

    @Override
    public boolean isOf(String path) {
        return MemberSignIn.isPath(path);
    }

    @Override
    public ModelAndView page(HttpServletRequest request, HttpStatusCode status) {
        return status.value() == HttpStatus.CONTENT_TOO_LARGE.value()
                        && SENDS_FILES.matcher(path(request)).matches()
                ? new ModelAndView(tooLarge(request))
                : error(request, status);
    }

    /** Back on the page with the question, as when a file is larger than is kept. */
    private static Next tooLarge(HttpServletRequest request) {
        var tongue = Tongue.of(PortalCookie.language(request));
        return Next.to(path(request)).refusing(tongue.say("papers.file.refused") + " " + tongue.say("file.TOO_LARGE"));
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String going
                ? going
                : request.getRequestURI();
    }

    private static ModelAndView error(HttpServletRequest request, HttpStatusCode status) {
        var kind = TOLD_APART.contains(status.value()) ? status.value() : status.is4xxClientError() ? 400 : 500;
        var shell = Shells.ofNone(Tongue.of(PortalCookie.language(request)));
        var view = new ModelAndView(
                "org/circlekeeper/portal/web/error",
                "page",
                new Wrong(shell, "error." + kind + ".title", "error." + kind + ".says"));
        view.setStatus(status);
        return view;
    }

    /** Who signed in, and the tongue of the request. */
    private static final class Given implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == SignedInMember.class || parameter.getParameterType() == Tongue.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest asked,
                @Nullable WebDataBinderFactory binders) {
            var request = Objects.requireNonNull(asked.getNativeRequest(HttpServletRequest.class));
            return parameter.getParameterType() == Tongue.class
                    ? Tongue.of(PortalCookie.language(request))
                    : request.getAttribute(MemberSignIn.class.getName());
        }
    }
}
