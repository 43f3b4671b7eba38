package org.circlekeeper.assistant.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Trust;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The practice's facts, and what the assistant may do by itself. */
@Controller
@ConditionalOnWebApplication
public class SettingsController {

    private final SettingsPages pages;
    private final Practices practices;
    private final PracticeRules rules;
    private final Rounds rounds;
    private final AuditTrail audit;

    SettingsController(SettingsPages pages, Practices practices, PracticeRules rules, Rounds rounds, AuditTrail audit) {
        this.pages = pages;
        this.practices = practices;
        this.rules = rules;
        this.rounds = rounds;
        this.audit = audit;
    }

    @Bean
    static NavEntry settingsEntry() {
        return new NavEntry(950, "Settings", "/settings", "s", Permission.KEEP_SETTINGS);
    }

    @Needs(Permission.KEEP_SETTINGS)
    @GetMapping("/settings")
    ModelAndView show(SignedIn who) {
        return pages.show(Filled.blank(""));
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/settings/practice")
    Object practice(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("practice", typed);
        var read = PracticeForm.read(form, practices.current());
        if (read.isEmpty()) {
            return pages.show(form);
        }
        practices.keep(read.get());
        audit.did(who.actor(), "changed the practice's facts", "practice " + who.practice(), "typed in");
        return Next.to("/settings").saying("Saved. Claims made from now on carry it.");
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/settings/leeway")
    Object leeway(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("leeway", typed);
        var now = rules.trust();
        for (var duty : rounds.trusted()) {
            var chosen = form.readIfAny("level-" + duty.id(), "Choose one of the three.", Trust::valueOf);
            chosen.filter(level -> level != now.getOrDefault(duty.id(), Trust.PROPOSE))
                    .ifPresent(level -> {
                        rules.trust(duty.id(), level, who.actor());
                        audit.did(who.actor(), "set how far the assistant may go", duty.id(), level.name());
                    });
        }
        return Next.to("/settings").saying("Saved. I keep to it from my next look on.");
    }
}
