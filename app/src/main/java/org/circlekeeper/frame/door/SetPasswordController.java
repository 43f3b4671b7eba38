package org.circlekeeper.frame.door;

import org.circlekeeper.access.Door;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.Passwords;
import org.circlekeeper.frame.ErrorPages;
import org.circlekeeper.frame.Next;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting a password through a link that works once. */
@Controller
@ConditionalOnWebApplication
public class SetPasswordController {

    private final Passwords passwords;

    SetPasswordController(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Everything the page shows. */
    public record Page(
            String token,
            String email,
            int shortest,
            @Nullable String wrong) {}

    @Open(because = "Whoever has no password cannot sign in; the link is the proof, once and for two days.")
    @GetMapping("/set-password/{token}")
    ModelAndView show(@PathVariable String token) {
        return page(HttpStatus.OK, token, null);
    }

    @Open(because = "Whoever has no password cannot sign in; the link is the proof, once and for two days.")
    @PostMapping("/set-password/{token}")
    Object set(@PathVariable String token, @RequestParam String password) {
        var objection = Passwords.objection(password);
        if (objection != null) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, token, objection);
        }
        if (!passwords.setByLink(token, password)) {
            return ErrorPages.linkIsUsed();
        }
        return Next.to(Door.PLAIN).saying("Your password is set. Sign in with it.");
    }

    private ModelAndView page(HttpStatus status, String token, @Nullable String wrong) {
        return passwords
                .ofLink(token)
                .map(person -> page(status, new Page(token, person.email(), Passwords.SHORTEST, wrong)))
                .orElseGet(ErrorPages::linkIsUsed);
    }

    private static ModelAndView page(HttpStatus status, Page page) {
        var view = new ModelAndView("org/circlekeeper/frame/door/set-password", "page", page);
        view.setStatus(status);
        return view;
    }
}
