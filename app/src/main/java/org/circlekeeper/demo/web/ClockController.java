package org.circlekeeper.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.access.SignInCookie;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.demo.Passing;
import org.circlekeeper.demo.Stage;
import org.circlekeeper.demo.Tips;
import org.circlekeeper.frame.Next;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The buttons of the demo's bar: let the day pass, begin again, put the strip away. */
@Controller
@Profile("demo")
@ConditionalOnWebApplication
class ClockController {

    private static final String BECAUSE =
            "It moves the clock of invented people; outside of the demo it does not exist.";

    private final Passing passing;
    private final Stage stage;
    private final SignIns signIns;
    private final Tips tips;

    ClockController(Passing passing, Stage stage, SignIns signIns, Tips tips) {
        this.passing = passing;
        this.stage = stage;
        this.signIns = signIns;
        this.tips = tips;
    }

    @Open(because = BECAUSE)
    @PostMapping("/demo/pass")
    View pass(HttpServletRequest request, HttpServletResponse response) {
        var who = who(request);
        var happened = passing.pass(
                who.map(SignedIn::practice).orElse(stage.practices().getFirst()));
        who.ifPresent(person -> signInAgain(person, request, response));
        boolean takes =
                who.filter(person -> person.may(Permission.TAKE_ATTENDANCE)).isPresent();
        return Next.to(takes ? happened.href() : "/").saying(happened.said());
    }

    @Open(because = BECAUSE)
    @PostMapping("/demo/restart")
    View restart(HttpServletRequest request, HttpServletResponse response) {
        var who = who(request);
        stage.backToTheBeginning();
        who.ifPresent(person -> signInAgain(person, request, response));
        return Next.to("/").saying("It is Monday, 8:00 again, and nothing of what you did has happened.");
    }

    @Open(because = "It hides a strip of the demo.")
    @PostMapping("/demo/tips/close")
    View closeTips() {
        tips.close();
        return Next.to("/");
    }

    /** Hours have gone by on the clock: the old sign-in would have ended meanwhile. */
    private void signInAgain(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        SignInCookie.write(request, response, signIns.begin(person.person(), person.practice()));
    }

    private static Optional<SignedIn> who(HttpServletRequest request) {
        return request.getAttribute(SignIn.class.getName()) instanceof SignIn signIn
                ? Optional.of(signIn.who())
                : Optional.empty();
    }
}
