package org.circlekeeper.waitlist.web;

import java.util.Arrays;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Interest;
import org.circlekeeper.waitlist.Sight;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.Waitlist;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The pipeline: who waits where, per kind of group, and moving them on. */
@Controller
@ConditionalOnWebApplication
public class PipelineController {

    private final PipelinePages pages;
    private final Waitlist waitlist;
    private final Sight sight;
    private final Groups groups;
    private final Interest interest;
    private final AuditTrail audit;

    PipelineController(
            PipelinePages pages, Waitlist waitlist, Sight sight, Groups groups, Interest interest, AuditTrail audit) {
        this.pages = pages;
        this.waitlist = waitlist;
        this.sight = sight;
        this.groups = groups;
        this.interest = interest;
        this.audit = audit;
    }

    @Bean
    static NavEntry waitlistEntry() {
        return new NavEntry(350, "Waitlist", "/waitlist", "w", Permission.SEE_WAITLIST);
    }

    @Needs(Permission.SEE_WAITLIST)
    @GetMapping("/waitlist")
    ModelAndView show(SignedIn who, @RequestParam(defaultValue = "") String type) {
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var page = pages.of(who, type, base);
        audit.shown(who.actor(), "waitlist", page.patients(), "who waits");
        return new ModelAndView("org/circlekeeper/waitlist/web/waitlist", "page", page);
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/move")
    Next move(
            SignedIn who,
            @PathVariable EntryId id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String from) {
        var entry = sight.open(who, id);
        var status = Arrays.stream(WaitStatus.values())
                .filter(known -> known.name().equals(to))
                .findFirst();
        var next = from.equals("list") ? "/waitlist?type=" + entry.type() + "#card-" + id : entry.href();
        var reason = Reading.plain(why);
        return status.isPresent() && waitlist.move(id, status.get(), reason, who.actor())
                ? Next.to(next).saying("Moved to “" + status.get().onScreen() + "”.")
                : Next.to(next).refusing("Not moved: it stands elsewhere by now, or cannot go there by hand.");
    }

    /** Opens the form by which anybody may ask for a seat in groups of this kind. */
    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/links/{type}")
    Next openLink(SignedIn who, @PathVariable UUID type) {
        interest.open(known(type), who.practice(), who.actor());
        return Next.to("/waitlist?type=" + type).saying("The interest form is open. Its address stands below.");
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/links/{type}/closing")
    Next closeLink(SignedIn who, @PathVariable UUID type) {
        interest.close(known(type), who.actor());
        return Next.to("/waitlist?type=" + type).saying("The interest form is closed. Its address opens nothing.");
    }

    private UUID known(UUID type) {
        return groups.types().stream()
                .map(Groups.Type::id)
                .filter(type::equals)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
