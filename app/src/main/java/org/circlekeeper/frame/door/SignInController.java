package org.circlekeeper.frame.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.circlekeeper.access.Entry;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.Passwords;
import org.circlekeeper.access.People;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.access.SignInCookie;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.frame.Next;
import org.circlekeeper.terms.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Signing in with e-mail address and password, and signing out. */
@Controller
@ConditionalOnWebApplication
public class SignInController {

    private static final String ENDED =
            "You were signed out in the meantime, and nothing of that form was kept. Sign in and fill it in again.";

    private final Passwords passwords;
    private final People people;
    private final SignIns signIns;
    private final Clock clock;

    SignInController(Passwords passwords, People people, SignIns signIns, Clock clock) {
        this.passwords = passwords;
        this.people = people;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Everything the page shows. */
    public record Page(String email, String next, @Nullable String wrong) {}

    @Open(because = "Nobody is signed in before signing in.")
    @GetMapping("/sign-in")
    Object show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "") String ended) {
        return request.getAttribute(SignIn.class.getName()) == null
                ? page(HttpStatus.OK, new Page("", inside(next), ended.isEmpty() ? null : ENDED))
                : Next.to(inside(next));
    }

    @Open(because = "Nobody is signed in before signing in; tries are counted.")
    @PostMapping("/sign-in")
    Object enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next) {
        return switch (passwords.enter(email, password, code, request.getRemoteAddr())) {
            case Entry.Welcome welcome -> welcome(welcome.person(), email, inside(next), request, response);
            case Entry.Wrong _ ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new Page(
                                email,
                                inside(next),
                                "E-mail address, password and code do not go together. Try again."));
            case Entry.Locked locked -> locked(locked, new Page(email, inside(next), lockedUntil(locked)), response);
        };
    }

    @Open(because = "Ending a sign-in needs nothing but the sign-in, and does no harm without one.")
    @PostMapping("/sign-out")
    View leave(HttpServletRequest request, HttpServletResponse response) {
        SignInCookie.read(request).ifPresent(signIns::end);
        SignInCookie.clear(request, response);
        return Next.to("/").saying("You are signed out.");
    }

    private Object welcome(
            PersonId person, String email, String next, HttpServletRequest request, HttpServletResponse response) {
        var practices = people.practicesOf(person);
        if (practices.isEmpty()) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new Page(email, next, "You have no role in a practice. Ask its owner to give you one."));
        }
        var browser = request.getHeader("User-Agent");
        SignInCookie.read(request).ifPresent(signIns::end);
        var token = signIns.begin(person, practices.getFirst().id(), browser == null ? "" : browser);
        SignInCookie.write(request, response, token);
        return Next.to(next);
    }

    private ModelAndView locked(Entry.Locked locked, Page page, HttpServletResponse response) {
        var wait = Duration.between(clock.instant(), locked.until());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        return page(HttpStatus.TOO_MANY_REQUESTS, page);
    }

    private String lockedUntil(Entry.Locked locked) {
        long minutes = Math.max(
                1,
                Duration.between(clock.instant(), locked.until())
                        .plusSeconds(59)
                        .toMinutes());
        return "Too many wrong tries. Wait " + (minutes == 1 ? "one minute" : minutes + " minutes")
                + ", or ask the owner of your practice for a link to set a new password.";
    }

    private static ModelAndView page(HttpStatus status, Page page) {
        var view = new ModelAndView("org/circlekeeper/frame/door/sign-in", "page", page);
        view.setStatus(status);
        return view;
    }

    /** An address on this site and no other. */
    private static String inside(String next) {
        return Next.isInside(next) ? next : "/";
    }
}
