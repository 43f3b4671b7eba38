package org.circlekeeper.frame.door;

import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SecondStep;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Next;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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

    /** Everything the page shows. {@code key} is shown while it waits for its first code. */
    public record Page(
            boolean on, @Nullable String key, @Nullable String wrong) {}

    @Needs(Permission.SEE_TODAY)
    @GetMapping("/second-step")
    ModelAndView show(SignedIn who) {
        return page(HttpStatus.OK, new Page(secondStep.isOn(who.person()), null, null));
    }

    @Needs(Permission.SEE_TODAY)
    @PostMapping("/second-step")
    ModelAndView begin(SignedIn who) {
        boolean on = secondStep.isOn(who.person());
        return page(HttpStatus.OK, new Page(on, on ? null : secondStep.begin(who.person()), null));
    }

    @Needs(Permission.SEE_TODAY)
    @PostMapping("/second-step/confirm")
    Object confirm(SignedIn who, @RequestParam(defaultValue = "") String code) {
        if (!secondStep.confirm(who.person(), code)) {
            return wrong(who);
        }
        audit.did(who.actor(), "set up a second step", "person " + who.person(), "");
        return Next.to("/you").saying("From now on the code is asked for whenever you sign in.");
    }

    @Needs(Permission.SEE_TODAY)
    @PostMapping("/second-step/remove")
    Object remove(SignedIn who, @RequestParam(defaultValue = "") String code) {
        if (!secondStep.confirm(who.person(), code)) {
            return wrong(who);
        }
        secondStep.remove(who.person());
        audit.did(who.actor(), "removed the second step", "person " + who.person(), "");
        return Next.to("/you").saying("Signing in takes your password alone again.");
    }

    private ModelAndView wrong(SignedIn who) {
        return page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                new Page(
                        secondStep.isOn(who.person()),
                        secondStep.waiting(who.person()).orElse(null),
                        "That is not the code of this moment, or it was used already. Wait for the next one."));
    }

    private static ModelAndView page(HttpStatus status, Page page) {
        var view = new ModelAndView("org/circlekeeper/frame/door/second-step", "page", page);
        view.setStatus(status);
        return view;
    }
}
