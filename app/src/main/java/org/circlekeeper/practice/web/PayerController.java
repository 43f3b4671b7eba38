package org.circlekeeper.practice.web;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One payer, and the rules that the practice keeps about it or about every payer. */
@Controller
@ConditionalOnWebApplication
public class PayerController {

    private static final String EVERY = "every";

    private final PayerPages pages;
    private final PracticeRules rules;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    PayerController(PayerPages pages, PracticeRules rules, Practices practices, AuditTrail audit, Clock clock) {
        this.pages = pages;
        this.rules = rules;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    @Needs(Permission.SEE_PAYERS)
    @GetMapping("/payers/{id}")
    ModelAndView show(SignedIn who, @PathVariable String id) {
        return pages.show(payer(id), Filled.blank(""));
    }

    @Needs(Permission.KEEP_PAYERS)
    @PostMapping("/payers/{id}/rules")
    Object add(SignedIn who, @PathVariable String id, @RequestParam Map<String, String> typed) {
        var payer = payer(id);
        var form = Filled.in("rule", typed);
        var read = read(form, payer);
        if (read.isEmpty()) {
            return pages.show(payer, form);
        }
        keep(read.get(), "added a rule of the practice", who);
        return Next.to("/payers/" + id).saying("The rule is kept.");
    }

    @Needs(Permission.KEEP_PAYERS)
    @PostMapping("/payers/{id}/rules/{rule}/end")
    Object end(
            SignedIn who, @PathVariable String id, @PathVariable UUID rule, @RequestParam Map<String, String> typed) {
        var payer = payer(id);
        var known = rules.ownRules().stream()
                .filter(own -> own.id().equals(rule) && Objects.equals(own.payer(), payer == null ? null : payer.id()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Filled.in("end-" + rule, typed);
        var last = form.day("last", "Choose the last day on which the rule holds.");
        last.filter(day -> day.isBefore(known.days().first()))
                .ifPresent(_ -> form.refuse("last", "It begins later than that. Choose a day after it begins."));
        if (form.isWrong()) {
            return pages.show(payer, form);
        }
        var days = new DateRange(known.days().first(), last.orElseThrow());
        keep(
                new OwnRule(
                        rule,
                        known.payer(),
                        known.kind(),
                        known.amount(),
                        known.leaders(),
                        days,
                        known.source(),
                        known.verifiedOn()),
                "ended a rule of the practice",
                who);
        return Next.to("/payers/" + id).saying("The rule ends after that day.");
    }

    private void keep(OwnRule rule, String what, SignedIn who) {
        rules.keep(rule, who.actor());
        audit.did(who.actor(), what, "rule " + rule.id(), rule.source());
    }

    private Optional<OwnRule> read(Filled form, @Nullable Payer payer) {
        var today = practices.today();
        var kind = form.read("kind", "Choose what the rule is about.", OwnRule.Kind::valueOf);
        boolean counts = kind.isPresent() && kind.get() != OwnRule.Kind.AUTHORIZATION;
        var amount = counts
                ? form.read("amount", "Write the number that the rule names, from 1 to 9999.", Filled.whole(1, 9999))
                : Optional.of(1);
        var leaders =
                form.readIfAny("leaders", "Write how many lead, from 1 to 6, or leave it empty.", Filled.whole(1, 6));
        var source = form.text("source", "Say where the rule stands: the manual and its date, or who said it when.");
        var from = form.day("from", "Choose the first day on which it holds.");
        var verified = form.dayIfAny("verified", "Choose a day, or leave it empty.");
        verified.filter(day -> day.isAfter(today))
                .ifPresent(_ -> form.refuse("verified", "Nobody has looked at it after today. Check the date."));
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new OwnRule(
                        NewId.at(clock.instant()),
                        payer == null ? null : payer.id(),
                        kind.orElseThrow(),
                        amount.orElseThrow(),
                        leaders.orElse(null),
                        DateRange.from(from.orElseThrow()),
                        source.orElseThrow(),
                        verified.orElse(null)));
    }

    private @Nullable Payer payer(String id) {
        if (id.equals(EVERY)) {
            return null;
        }
        try {
            return pages.payer(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, notAnId);
        }
    }
}
