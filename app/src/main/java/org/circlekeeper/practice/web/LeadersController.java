package org.circlekeeper.practice.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds those who lead groups: claims name them as the one who rendered the service. */
@Controller
@ConditionalOnWebApplication
public class LeadersController {

    private final PeoplePages pages;
    private final Practices practices;
    private final AuditTrail audit;

    LeadersController(PeoplePages pages, Practices practices, AuditTrail audit) {
        this.pages = pages;
        this.practices = practices;
        this.audit = audit;
    }

    @Needs(Permission.KEEP_PEOPLE)
    @PostMapping("/people/leaders")
    Object add(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("leader", typed);
        var last = form.text("last", "Write the last name as the NPI registry has it.");
        var npi =
                form.read("npi", "One of its ten digits is wrong or missing. Copy it from the NPI registry.", Npi::new);
        var taxonomy = form.read(
                "taxonomy",
                "Write ten letters and digits, as in 101YM0800X for a mental health counselor.",
                LeadersController::taxonomy);
        npi.filter(number -> practices.practitioners().stream()
                        .anyMatch(known -> known.npi().equals(number)))
                .ifPresent(_ -> form.refuse("npi", "Somebody with this NPI is in the list already."));
        if (form.isWrong()) {
            return pages.show(who, null, form);
        }
        var id = practices.add(
                new PersonName(form.value("first"), last.orElseThrow()),
                form.value("credential"),
                npi.orElseThrow(),
                taxonomy.orElseThrow(),
                form.value("license"));
        audit.did(who.actor(), "added a leader", "practitioner " + id, "typed in");
        return Next.to("/people").saying("Added. Say on each payer's page whether it knows them.");
    }

    /** The shape of the NUCC's provider taxonomy codes. */
    static String taxonomy(String text) {
        if (!text.matches("[0-9A-Z]{9}X")) {
            throw new IllegalArgumentException("Not a taxonomy code");
        }
        return text;
    }
}
