package org.circlekeeper.eligibility.web;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.eligibility.DueList;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.Receiving;
import org.circlekeeper.eligibility.Ways;
import org.circlekeeper.frame.NavEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk of whoever verifies insurance: members with their next session, and what each payer said. */
@Controller("verificationDeskController")
@ConditionalOnWebApplication
public class DeskController {

    private final DueList dueList;
    private final Ways ways;
    private final Receiving receiving;
    private final AuditTrail audit;

    DeskController(DueList dueList, Ways ways, Receiving receiving, AuditTrail audit) {
        this.dueList = dueList;
        this.ways = ways;
        this.receiving = receiving;
        this.audit = audit;
    }

    @Bean
    static NavEntry verificationEntry() {
        return new NavEntry(390, "Insurance", "/insurance", "v", Permission.SEE_CLAIMS);
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/insurance")
    ModelAndView show(SignedIn who, @RequestParam(defaultValue = "all") String show) {
        var page = new DeskPage(
                DeskPage.Show.of(show),
                dueList.all(),
                ways.setting().daysAhead(),
                receiving.parked().size());
        audit.shown(who.actor(), "insurance, " + page.show().word(), patients(page.rows()), "verification");
        return new ModelAndView("org/circlekeeper/eligibility/web/desk", "page", page);
    }

    static List<UUID> patients(Collection<Listed> lines) {
        return lines.stream()
                .map(line -> line.who().patient().value())
                .distinct()
                .toList();
    }
}
