package org.circlekeeper.roster.web;

import java.util.List;
import java.util.Locale;
import org.circlekeeper.access.ChangesNothing;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.roster.Caseloads;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finds members and groups by a few letters. */
@Controller
@ConditionalOnWebApplication
public class SearchController {

    private static final int MOST = 50;

    private final Caseloads caseloads;
    private final AuditTrail audit;

    SearchController(Caseloads caseloads, AuditTrail audit) {
        this.caseloads = caseloads;
        this.audit = audit;
    }

    /** Everything the page shows. */
    public record Page(String words, List<Hit> members, List<Hit> groups, boolean more) {}

    /** One thing found, and what tells it from others. */
    public record Hit(String href, String name, String beside) {}

    @Bean
    static NavEntry searchEntry() {
        return new NavEntry(990, "Search", "/search", "/", Permission.SEE_PATIENTS);
    }

    @Needs(Permission.SEE_PATIENTS)
    @GetMapping("/search")
    ModelAndView blank(SignedIn who) {
        return found(who, "");
    }

    @Needs(Permission.SEE_PATIENTS)
    @ChangesNothing
    @PostMapping("/search")
    ModelAndView found(SignedIn who, @RequestParam(defaultValue = "") String q) {
        var words = q.strip();
        var found = words.isEmpty() ? List.<Patient>of() : caseloads.members(who, words);
        var shown = found.stream().limit(MOST).toList();
        if (!shown.isEmpty()) {
            audit.shown(
                    who.actor(),
                    "search",
                    shown.stream().map(patient -> patient.id().value()).toList(),
                    "search");
        }
        var page = new Page(
                words, shown.stream().map(SearchController::hit).toList(), groups(who, words), found.size() > MOST);
        return new ModelAndView("org/circlekeeper/roster/web/search", "page", page);
    }

    private static Hit hit(Patient patient) {
        return new Hit(
                "/patients/" + patient.id(), patient.name().toString(), "born " + Words.birthDay(patient.birthDate()));
    }

    private List<Hit> groups(SignedIn who, String words) {
        var sought = words.toLowerCase(Locale.ROOT);
        return sought.isEmpty()
                ? List.of()
                : caseloads.groups(who).stream()
                        .filter(group -> group.name().toLowerCase(Locale.ROOT).contains(sought))
                        .map(group -> new Hit("/groups/" + group.id(), group.name(), group.typeName()))
                        .toList();
    }
}
