package org.circlekeeper.assistant.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.FormerRecords;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Days without groups, what is charged, and what former records hold. */
@Controller
@ConditionalOnWebApplication
public class HouseRulesController {

    private final SettingsPages pages;
    private final Practices practices;
    private final PracticeRules rules;
    private final Payers payers;
    private final AuditTrail audit;

    HouseRulesController(
            SettingsPages pages, Practices practices, PracticeRules rules, Payers payers, AuditTrail audit) {
        this.pages = pages;
        this.practices = practices;
        this.rules = rules;
        this.payers = payers;
        this.audit = audit;
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/settings/holidays")
    Object add(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("holiday", typed);
        var day = form.day("day", "Choose the day on which no group meets.");
        var name = form.text("name", "Name it, as in Practice retreat: the calendar shows it.");
        if (form.isWrong()) {
            return pages.show(form);
        }
        keep(day.orElseThrow(), name.orElseThrow(), who);
        return Next.to("/settings#holidays")
                .saying("Added. Sessions on that day go out of the calendar within a minute.");
    }

    /** Adds those federal holidays that are checked. */
    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/settings/holidays/federal")
    Object addFederal(SignedIn who, @RequestParam MultiValueMap<String, String> typed) {
        var chosen = typed.getOrDefault("day", List.of());
        var days = SettingsPages.federal(rules.holidays(), practices.today()).stream()
                .filter(day -> chosen.contains(day.iso()))
                .toList();
        if (days.isEmpty()) {
            return Next.to("/settings#holidays").refusing("No day was ticked. Tick those on which no group meets.");
        }
        days.forEach(day -> keep(LocalDate.parse(day.iso()), day.name(), who));
        return Next.to("/settings#holidays").saying(Words.count(days.size(), "holiday", "holidays") + " added.");
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/settings/holidays/remove")
    Object remove(SignedIn who, @RequestParam LocalDate day) {
        rules.noHoliday(day);
        audit.did(who.actor(), "removed a holiday", "day " + day, "settings");
        return Next.to("/settings#holidays").saying("Removed. Groups meet on that day again.");
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/settings/fees")
    Object charge(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("fee", typed);
        var code = form.read("code", "Write the code, as in 90853.", ProcedureCode::new);
        var from = form.day("from", "Choose the first day on which this fee holds.");
        var charge =
                form.read("charge", "Write the amount in dollars, as in 65 or 65.50.", HouseRulesController::dollars);
        if (form.isWrong()) {
            return pages.show(form);
        }
        payers.charge(code.orElseThrow(), from.orElseThrow(), charge.orElseThrow());
        audit.did(who.actor(), "set a fee", "code " + code.orElseThrow(), "from " + from.orElseThrow());
        return Next.to("/settings#fees").saying("The fee is set.");
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/settings/former-records")
    Object attest(SignedIn who, @RequestParam MultiValueMap<String, String> typed) {
        var form = Filled.in("records", typed.toSingleValueMap());
        var covers = typed.getOrDefault("covers", List.of()).stream()
                .filter(paper -> List.of("treatment plans", "coverage checks", "consents")
                        .contains(paper))
                .toList();
        covers.forEach(paper -> form.with("covers-" + paper, "yes"));
        var on = form.day("on", "Choose the last day for which this is true.");
        on.filter(day -> day.isAfter(practices.today()))
                .ifPresent(_ -> form.refuse("on", "Nobody can attest for days to come. Choose today or earlier."));
        if (covers.isEmpty()) {
            form.refuse("covers", "Check what the former records hold.");
        }
        if (form.isWrong()) {
            return pages.show(form);
        }
        rules.attest(new FormerRecords(who.name(), on.orElseThrow(), covers));
        audit.did(who.actor(), "attested former records", "practice " + who.practice(), String.join(", ", covers));
        return Next.to("/settings#records").saying("Kept, with your name and the day.");
    }

    private void keep(LocalDate day, String name, SignedIn who) {
        rules.holiday(day, name);
        audit.did(who.actor(), "added a holiday", "day " + day, name);
    }

    private static Money dollars(String text) {
        var money = Money.dollars(text.replace("$", "").replace(",", ""));
        if (money.cents() <= 0 || money.cents() > 1_000_000) {
            throw new IllegalArgumentException("Not a fee");
        }
        return money;
    }
}
