package org.circlekeeper.practice.web;

import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says which leaders a payer knows, and by whose word claims to it may go out. */
@Controller
@ConditionalOnWebApplication
public class EnrolmentController {

    private final PayerPages pages;
    private final Payers payers;
    private final PracticeRules rules;
    private final Practices practices;
    private final AuditTrail audit;

    EnrolmentController(PayerPages pages, Payers payers, PracticeRules rules, Practices practices, AuditTrail audit) {
        this.pages = pages;
        this.payers = payers;
        this.rules = rules;
        this.practices = practices;
        this.audit = audit;
    }

    @Needs(Permission.KEEP_PAYERS)
    @PostMapping("/payers/{id}/enrolments")
    Object record(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var payer = pages.payer(id);
        var form = Filled.in("enrolment", typed);
        var leader = form.read("leader", "Choose the leader.", PractitionerId::of)
                .filter(chosen -> practices.practitioners().stream()
                        .anyMatch(known -> known.id().equals(chosen)));
        if (leader.isEmpty()) {
            form.refuse("leader", "Choose the leader.");
        }
        var known = form.read("known", "Choose whether the payer knows them.", "yes"::equals);
        var from = form.day("from", "Choose the first day on which that holds.");
        var to = form.dayIfAny("to", "Choose the last day, or leave it empty.");
        var source = form.text("source", "Say who says so: the payer's letter of which day, or who was asked when.");
        to.filter(day -> from.isPresent() && day.isBefore(from.get()))
                .ifPresent(_ -> form.refuse("to", "It would end before it begins. Check both dates."));
        if (form.isWrong()) {
            return pages.show(payer, form);
        }
        var enrolment = new Enrolment(
                leader.orElseThrow(),
                id,
                practices.current().npi(),
                known.orElseThrow(),
                new DateRange(from.orElseThrow(), to.orElse(null)),
                source.orElseThrow());
        rules.record(enrolment, who.actor());
        audit.did(who.actor(), "recorded an enrolment", "payer " + id, source.orElseThrow());
        return Next.to("/payers/" + id).saying("Recorded. Claims follow it from that day on.");
    }

    /** A named person's word, for ninety days, that claims nothing blocks may go to this payer. */
    @Needs(Permission.RELEASE_CLAIMS)
    @PostMapping("/payers/{id}/standing-order")
    Object order(SignedIn who, @PathVariable UUID id) {
        pages.payer(id);
        var today = practices.today();
        payers.order(id, who.person().value(), who.name(), today);
        audit.did(who.actor(), "gave a standing order", "payer " + id, "for ninety days");
        return Next.to("/payers/" + id)
                .saying("Claims to this payer go out by your word until " + Words.day(today.plusDays(89)) + ".")
                .undo("/payers/" + id + "/standing-order/withdraw");
    }

    @Needs(Permission.RELEASE_CLAIMS)
    @PostMapping("/payers/{id}/standing-order/withdraw")
    Object withdraw(SignedIn who, @PathVariable UUID id) {
        pages.payer(id);
        payers.withdraw(id, practices.today());
        audit.did(who.actor(), "withdrew a standing order", "payer " + id, "from today on");
        return Next.to("/payers/" + id).saying("Withdrawn. A person releases claims to this payer from now on.");
    }
}
