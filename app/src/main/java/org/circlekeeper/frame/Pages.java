package org.circlekeeper.frame;

import static java.util.stream.Collectors.toMap;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders a page, within its frame, from the template beside its controller. Templates are compiled with the code. */
@Component
@ConditionalOnWebApplication
class Pages implements ViewResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final int SERVER_ERROR = 500;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets = Assets.found();
    private final ObjectProvider<NavEntry> menu;
    private final ObjectProvider<Bar> bar;
    private final ObjectProvider<MenuMark> marks;
    private final SignIns signIns;

    Pages(ObjectProvider<NavEntry> menu, ObjectProvider<Bar> bar, ObjectProvider<MenuMark> marks, SignIns signIns) {
        this.menu = menu;
        this.bar = bar;
        this.marks = marks;
        this.signIns = signIns;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return engine.hasTemplate(template)
                ? (model, request, response) -> render(template, model == null ? Map.of() : model, request, response)
                : null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private void render(String template, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var given = new HashMap<String, Object>(model);
        given.put("frame", frame(request, response));
        var page = new StringOutput();
        engine.render(template, given, page);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(page.toString());
    }

    private Frame frame(HttpServletRequest request, HttpServletResponse response) {
        var signIn = (SignIn) request.getAttribute(SignIn.class.getName());
        var person = signIn == null ? null : signIn.who();
        var entries = entriesFor(person);
        var plain = new Frame(
                assets,
                person,
                signIn != null && signIn.practices() > 1,
                entries,
                request.getRequestURI(),
                token(request),
                request.getHeader("HX-Request") == null ? Said.hear(request, response) : null,
                signIn == null ? 0 : signIns.secondsLeft(signIn),
                null,
                Look.chosen(request),
                signIn == null ? 0 : signIn.before(),
                response.getStatus() >= SERVER_ERROR ? Map.of() : marks(person, entries));
        return withBar(plain);
    }

    private List<NavEntry> entriesFor(@Nullable SignedIn person) {
        return menu.stream()
                .filter(entry -> person != null && person.may(entry.permission()))
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList();
    }

    private Map<String, Long> marks(@Nullable SignedIn person, List<NavEntry> entries) {
        if (person == null) {
            return Map.of();
        }
        var shown = entries.stream().map(NavEntry::href).toList();
        return marks.stream()
                .filter(mark -> shown.contains(mark.href()))
                .collect(toMap(MenuMark::href, mark -> count(mark, person)));
    }

    /** A mark is a convenience: where it cannot be counted, the page is shown without it. */
    static long count(MenuMark mark, SignedIn person) {
        try {
            return mark.count(person);
        } catch (DataAccessException | TransactionException broken) {
            LOG.warn("The mark beside {} is left out", mark.href(), broken);
            return 0;
        }
    }

    /** Asking for its value here is what makes Spring Security send the cookie beside it. */
    private static Frame.FormToken token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.FormToken(token.getParameterName(), token.getToken())
                : new Frame.FormToken("_csrf", "");
    }

    private Frame withBar(Frame frame) {
        var found = bar.getIfAvailable();
        if (found == null) {
            return frame;
        }
        Map<String, Object> given = Map.of("page", found.page(frame.person()), "frame", frame);
        Content content = output -> engine.render(found.view() + ".jte", given, output);
        return new Frame(
                frame.assets(),
                frame.person(),
                frame.severalPractices(),
                frame.menu(),
                frame.here(),
                frame.token(),
                frame.notice(),
                frame.secondsLeft(),
                content,
                frame.look(),
                frame.place(),
                frame.marks());
    }
}
