package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.Open;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.portal.Entrance.Asks;
import org.circlekeeper.portal.Entrance.Entered;
import org.circlekeeper.portal.PortalCookie;
import org.circlekeeper.portal.Shell;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.Tongue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a link: it asks for a code. Opening it uses nothing up, and sending the right code does, once. */
@Controller
@ConditionalOnWebApplication
public class EntranceController {

    private static final String WHY =
            "The link and a code are the proof, once and for a while. Opening the link alone does and tells nothing.";

    private final Entrance entrance;
    private final Shells shells;

    EntranceController(Entrance entrance, Shells shells) {
        this.entrance = entrance;
        this.shells = shells;
    }

    /** Everything the page shows; {@code held} says how long no code is taken, and is null while one is. */
    public record Page(
            Shell shell,
            String token,
            boolean invited,
            Filled form,
            @Nullable String held) {
        public String say(String name, Object... given) {
            return shell.say(name, given);
        }
    }

    /**
     * What is shown of a link that does not open.
     *
     * @param door where another one is asked for; null where nobody knows
     * @param ended whether the code has ended with it, so that only an invitation helps
     */
    public record Gone(Shell shell, @Nullable String door, boolean ended) {}

    @Open(because = WHY)
    @GetMapping("/portal/in/{token}")
    ModelAndView show(@PathVariable String token, Tongue tongue) {
        return page(HttpStatus.OK, token, tongue, Filled.blank("in"), null);
    }

    @Open(because = WHY)
    @PostMapping("/portal/in/{token}")
    Object enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            Tongue tongue,
            @RequestParam Map<String, String> typed) {
        var form = Filled.in("in", typed);
        var own = form.value("own");
        if (entrance.of(token).equals(Optional.of(Asks.TOLD_AND_OWN)) && !own.equals(form.value("again"))) {
            form.refuse("again", tongue.say("in.different"));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, token, tongue, form, null);
        }
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return switch (entrance.enter(token, form.value("code"), own, request.getRemoteAddr(), agent)) {
            case Entered.Welcome welcome -> {
                PortalCookie.write(request, response, welcome.token());
                yield Next.to(MemberSignIn.PATH);
            }
            case Entered.Wrong _ -> {
                form.refuse("code", tongue.say("in.wrong"));
                yield page(HttpStatus.UNPROCESSABLE_CONTENT, token, tongue, form, null);
            }
            case Entered.ChooseAnother another -> {
                form.refuse("own", tongue.say(another.why()));
                yield page(HttpStatus.UNPROCESSABLE_CONTENT, token, tongue, form, null);
            }
            case Entered.TooMany _ -> page(HttpStatus.TOO_MANY_REQUESTS, token, tongue, form, tongue.say("in.tooMany"));
            case Entered.TooManyToday _ ->
                page(HttpStatus.TOO_MANY_REQUESTS, token, tongue, form, tongue.say("in.tooManyToday"));
            case Entered.CodeEnded _ -> gone(token, tongue, true);
            case Entered.Gone _ -> gone(token, tongue, false);
        };
    }

    private ModelAndView page(HttpStatus status, String token, Tongue tongue, Filled form, @Nullable String held) {
        var asks = entrance.of(token);
        var shell = Entrance.practiceOfLink(token).flatMap(practice -> shells.of(practice, tongue));
        if (asks.isEmpty() || shell.isEmpty()) {
            return gone(token, tongue, false);
        }
        var page = new Page(shell.get(), token, asks.get() == Asks.TOLD_AND_OWN, form, held);
        return view("in", status, page);
    }

    private ModelAndView gone(String token, Tongue tongue, boolean ended) {
        var practice = Entrance.practiceOfLink(token)
                .filter(one -> shells.of(one, tongue).isPresent());
        var page = new Gone(
                practice.flatMap(one -> shells.of(one, tongue)).orElseGet(() -> Shells.ofNone(tongue)),
                practice.map(Entrance::at).orElse(null),
                ended);
        return view("gone", HttpStatus.NOT_FOUND, page);
    }

    private static ModelAndView view(String name, HttpStatus status, Object page) {
        var view = new ModelAndView("org/circlekeeper/portal/web/" + name, "page", page);
        view.setStatus(status);
        return view;
    }
}
