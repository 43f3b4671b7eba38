package org.circlekeeper.frame.door;

import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SecondStep;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Next;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Setting up, for oneself, the code that is asked for besides the password. */
@Controller
@ConditionalOnWebApplication
public class SecondStepController {

    private final SecondStep secondStep;
    private final AuditTrail audit;

    SecondStepController(SecondStep secondStep, AuditTrail audit) {
        this.secondStep = secondStep;
        this.audit = audit;
    }

    /** Everything the page shows. {@code key} is shown once, while it waits for its first code. */
    public record Page(boolean on, @Nullable String key) {}

    @Needs(Permission.SEE_TODAY)
    @GetMapping("/second-step")
    ModelAndView show(SignedIn who) {
        return page(new Page(secondStep.isOn(who.person()), null));
    }

    @Needs(Permission.SEE_TODAY)
    @PostMapping("/second-step")
    ModelAndView begin(SignedIn who) {
        boolean on = secondStep.isOn(who.person());
        return page(new Page(on, on ? null : secondStep.begin(who.person())));
    }

    @Needs(Permission.SEE_TODAY)
    @PostMapping("/second-step/confirm")
    View confirm(SignedIn who, @RequestParam String code) {
        if (!secondStep.confirm(who.person(), code)) {
            return Next.to("/second-step").saying("That code was not right. Begin again with a new key.");
        }
        audit.did(who.actor(), "set up a second step", "person " + who.person(), "");
        return Next.to("/second-step").saying("From now on the code is asked for whenever you sign in.");
    }

    @Needs(Permission.SEE_TODAY)
    @PostMapping("/second-step/remove")
    View remove(SignedIn who, @RequestParam String code) {
        if (!secondStep.confirm(who.person(), code)) {
            return Next.to("/second-step").saying("That code was not right. Nothing was changed.");
        }
        secondStep.remove(who.person());
        audit.did(who.actor(), "removed the second step", "person " + who.person(), "");
        return Next.to("/second-step").saying("Signing in takes your password alone again.");
    }

    private static ModelAndView page(Page page) {
        return new ModelAndView("org/circlekeeper/frame/door/second-step", "page", page);
    }
}
