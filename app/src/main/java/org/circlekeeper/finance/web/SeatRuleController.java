package org.circlekeeper.finance.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.finance.SeatRule;
import org.circlekeeper.finance.SeatRules;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a gap in somebody's insurance does when they are to be seated. */
@Controller
@ConditionalOnWebApplication
public class SeatRuleController {

    private final SeatRules rules;

    SeatRuleController(SeatRules rules) {
        this.rules = rules;
    }

    /** The rule as it stands, and the form. */
    public record Page(SeatRule rule, Filled form) {

        public List<Choice> choices() {
            return Arrays.stream(SeatRule.values())
                    .map(rule -> new Choice(rule.name(), rule.onScreen()))
                    .toList();
        }
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/insurance/seats")
    ModelAndView show(SignedIn who) {
        return view(Filled.blank("seats").with("rule", rules.rule().name()));
    }

    @Needs(Permission.KEEP_PAYERS)
    @PostMapping("/insurance/seats")
    Object keep(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("seats", typed);
        var rule = form.read("rule", "Choose what it does.", SeatRule::valueOf);
        if (form.isWrong()) {
            return view(form);
        }
        rules.keep(rule.orElseThrow(), who.actor());
        return Next.to("/insurance/seats").saying("Kept.");
    }

    private ModelAndView view(Filled form) {
        var view = new ModelAndView("org/circlekeeper/finance/web/seats", "page", new Page(rules.rule(), form));
        if (form.isWrong()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
