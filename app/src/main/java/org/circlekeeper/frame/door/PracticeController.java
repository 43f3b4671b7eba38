package org.circlekeeper.frame.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.circlekeeper.access.KnownPractice;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignIn;
import org.circlekeeper.access.SignInCookie;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Next;
import org.circlekeeper.terms.PracticeId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Going from one practice to another within one sign-in, and staying signed in. */
@Controller
@ConditionalOnWebApplication
public class PracticeController {

    private final People people;
    private final SignIns signIns;

    PracticeController(People people, SignIns signIns) {
        this.people = people;
        this.signIns = signIns;
    }

    /** Everything the page shows. */
    public record Page(List<KnownPractice> practices, PracticeId here) {}

    @Needs(Permission.SEE_TODAY)
    @GetMapping("/practice")
    ModelAndView show(SignedIn who) {
        var page = new Page(people.practicesOf(who.person()), who.practice());
        return new ModelAndView("org/circlekeeper/frame/door/practice", "page", page);
    }

    @Needs(Permission.SEE_TODAY)
    @PostMapping("/practice")
    View move(HttpServletRequest request, @RequestParam PracticeId practice) {
        var token = SignInCookie.read(request).orElseThrow();
        if (!signIns.move(token, practice)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Next.to("/");
    }

    /** That it was asked for prolongs the sign-in; the answer says for how many seconds. */
    @Needs(Permission.SEE_TODAY)
    @GetMapping("/still-here")
    @ResponseBody
    String stay(HttpServletRequest request) {
        return Long.toString(signIns.secondsLeft((SignIn) request.getAttribute(SignIn.class.getName())));
    }
}
