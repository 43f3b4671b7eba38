package org.circlekeeper.waitlist.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.circlekeeper.access.Open;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.waitlist.InquirerForm;
import org.circlekeeper.waitlist.Interest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The form by which anybody asks for a call: no account, nothing about the group or anybody in it. */
@Controller
@ConditionalOnWebApplication
public class InterestController {

    private static final String WHY =
            "Whoever looks for a group has no account. The form tells nothing and keeps only what is typed into it.";

    /** A field that nobody sees: what fills it in is a program. */
    private static final String TRAP = "website";

    private final Interest interest;

    InterestController(Interest interest) {
        this.interest = interest;
    }

    /** Everything the page shows. */
    public record Page(
            String token, Interest.Form form, String callsBy, Filled filled, boolean sent, boolean tooMany) {}

    @Open(because = WHY)
    @GetMapping("/interest/{token}")
    ModelAndView show(@PathVariable String token, @RequestParam(required = false) String sent) {
        return view(HttpStatus.OK, token, Filled.blank("interest"), sent != null, false);
    }

    @Open(because = WHY)
    @PostMapping("/interest/{token}")
    Object ask(@PathVariable String token, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        var known = form(token);
        var form = Filled.in("interest", typed);
        var who = InquirerForm.read(form, known.today());
        if (form.has(TRAP)) {
            return Next.to(thanks(token));
        }
        if (who.isEmpty()) {
            return view(HttpStatus.UNPROCESSABLE_CONTENT, token, form, false, false);
        }
        return interest.ask(token, who.get(), request.getRemoteAddr())
                ? Next.to(thanks(token))
                : view(HttpStatus.TOO_MANY_REQUESTS, token, form, false, true);
    }

    private static String thanks(String token) {
        return "/interest/" + token + "?sent=yes";
    }

    private ModelAndView view(HttpStatus status, String token, Filled filled, boolean sent, boolean tooMany) {
        var form = form(token);
        var page = new Page(token, form, Words.day(form.callsBy()), filled, sent, tooMany);
        var view = new ModelAndView("org/circlekeeper/waitlist/web/interest", "page", page);
        view.setStatus(status);
        return view;
    }

    private Interest.Form form(String token) {
        return interest.form(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
