package org.circlekeeper.coverage.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.Authorizations;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What payers have authorized for one member: looked at, changed, and ended for a reason. */
@Controller
@ConditionalOnWebApplication
public class MemberAuthorizationsController {

    private final MemberAuthorizationsPages pages;
    private final Authorizations authorizations;

    MemberAuthorizationsController(MemberAuthorizationsPages pages, Authorizations authorizations) {
        this.pages = pages;
        this.authorizations = authorizations;
    }

    @Needs(Permission.SEE_PATIENTS)
    @GetMapping("/patients/{id}/authorizations")
    ModelAndView show(SignedIn who, @PathVariable PatientId id) {
        return pages.show(id, who, Filled.blank(""));
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/authorizations/{authorization}/change")
    Object change(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable UUID authorization,
            @RequestParam Map<String, String> typed) {
        whose(id, authorization, who);
        var form = Filled.in("change-" + authorization, typed);
        var terms = terms(form);
        var reason = form.text("reason", "Write why it changes: the payer's letter, or a slip of the finger.");
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        authorizations.change(authorization, terms.orElseThrow(), reason.orElseThrow(), who.actor());
        return Next.to("/patients/" + id + "/authorizations")
                .saying("Changed. How it stood before is kept, and visits were counted anew.");
    }

    @Needs(Permission.KEEP_COVERAGE)
    @PostMapping("/patients/{id}/authorizations/{authorization}/end")
    Object end(
            SignedIn who,
            @PathVariable PatientId id,
            @PathVariable UUID authorization,
            @RequestParam Map<String, String> typed) {
        var known = whose(id, authorization, who);
        var form = Filled.in("end-" + authorization, typed);
        var last = form.day("last", "Choose the last day on which it covers a visit.");
        last.filter(day -> day.isBefore(known.days().first()))
                .ifPresent(_ -> form.refuse("last", "It begins later than that. Choose a day after it begins."));
        last.filter(day -> day.isAfter(known.lastDay()))
                .ifPresent(
                        _ -> form.refuse("last", "It ends earlier by itself. Change it when the payer prolonged it."));
        var reason = form.text("reason", "Write why it ends.");
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        authorizations.end(authorization, last.orElseThrow(), reason.orElseThrow(), who.actor());
        return Next.to("/patients/" + id + "/authorizations").saying("The authorization ends after that day.");
    }

    private Authorization whose(PatientId id, UUID authorization, SignedIn who) {
        pages.patient(id, who);
        return authorizations.of(List.of(id)).stream()
                .filter(one -> one.id().equals(authorization))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<Authorization.Terms> terms(Filled form) {
        var number = form.read("number", "Write the number that the payer gave.", Filled.atMost(50));
        var code = form.read("code", "Write the code it is for, as in 90853.", ProcedureCode::new);
        var units = form.read("units", "Write how many visits it covers, from 1 to 999.", Filled.whole(1, 999));
        var days = days(form);
        var year = form.dayIfAny("planYear", "Choose the day, or leave it empty.");
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new Authorization.Terms(
                        number.orElseThrow(),
                        code.orElseThrow(),
                        units.orElseThrow(),
                        days.orElseThrow(),
                        year.orElse(null)));
    }

    /** A first and a last day, both of which are needed. */
    static Optional<DateRange> days(Filled form) {
        var from = form.day("from", "Choose the first day.");
        var to = form.day("to", "Choose the last day.");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            form.refuse("to", "It ends before it begins. Choose a later last day.");
            return Optional.empty();
        }
        return Optional.of(new DateRange(from.get(), to.get()));
    }
}
