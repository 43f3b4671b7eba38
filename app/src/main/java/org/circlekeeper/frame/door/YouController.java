package org.circlekeeper.frame.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.circlekeeper.access.Door;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Passwords;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SecondStep;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Look;
import org.circlekeeper.frame.Next;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** What belongs to whoever is signed in: password, second step, and light or dark. */
@Controller
@ConditionalOnWebApplication
public class YouController {

    private final People people;
    private final Passwords passwords;
    private final SecondStep secondStep;
    private final AuditTrail audit;

    YouController(People people, Passwords passwords, SecondStep secondStep, AuditTrail audit) {
        this.people = people;
        this.passwords = passwords;
        this.secondStep = secondStep;
        this.audit = audit;
    }

    /** Everything the page shows. */
    public record Page(String name, String email, String roles, boolean secondStep, int shortest, Filled form) {}

    @Needs(Permission.SEE_TODAY)
    @GetMapping("/you")
    ModelAndView show(SignedIn who) {
        return page(who, Filled.blank("password"));
    }

    @Needs(Permission.SEE_TODAY)
    @PostMapping("/you/look")
    View look(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String look) {
        Look.choose(request, response, look);
        return Next.to("/you");
    }

    @Needs(Permission.SEE_TODAY)
    @PostMapping("/you/password")
    Object change(
            SignedIn who,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password) {
        var form = Filled.blank("password");
        var objection = Passwords.objection(password);
        if (objection != null) {
            form.refuse("password", objection);
        } else if (!passwords.change(who.person(), current, password)) {
            form.refuse("current", "That is not your present password. After five wrong tries, wait 15 minutes.");
        }
        if (form.isWrong()) {
            return page(who, form);
        }
        audit.did(who.actor(), "set a new password", "person " + who.person(), "");
        return Next.to(Door.PLAIN).saying("Your password is set. Sign in with it.");
    }

    private ModelAndView page(SignedIn who, Filled form) {
        var roles = who.roles().stream().sorted().map(Role::onScreen).toList();
        var email = people.get(who.person()).orElseThrow().email();
        var view = new ModelAndView(
                "org/circlekeeper/frame/door/you",
                "page",
                new Page(
                        who.name(),
                        email,
                        String.join(", ", roles),
                        secondStep.isOn(who.person()),
                        Passwords.SHORTEST,
                        form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }
}
