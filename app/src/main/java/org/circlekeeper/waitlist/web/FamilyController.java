package org.circlekeeper.waitlist.web;

import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Next;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Families;
import org.circlekeeper.waitlist.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letting people who wait come together, so that a seat is offered to all of them or to none. */
@Controller
@ConditionalOnWebApplication
public class FamilyController {

    private final Families families;
    private final Sight sight;

    FamilyController(Families families, Sight sight) {
        this.families = families;
        this.sight = sight;
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/family")
    Next join(SignedIn who, @PathVariable EntryId id, @RequestParam(defaultValue = "") String other) {
        var entry = sight.open(who, id);
        var page = Next.to(entry.href() + "#together");
        return switch (families.join(entry, Reading.plain(other), who.actor())) {
            case TOGETHER -> page.saying("They come together. A seat is offered to all of them or to none.");
            case NOBODY ->
                page.refusing("Nobody else who waits for this kind of group has that name or number. Write it as their"
                        + " page has it, or put them on the waitlist first.");
            case SEVERAL -> page.refusing("Several who wait have that name or number. Write the other of the two.");
            case NOT_NOW ->
                page.refusing("Not now: a seat is kept for one of them, or their wish is closed. Take the offer back"
                        + " first.");
            case WITH_OTHERS ->
                page.refusing("One of them comes with others already. Add people on the page of whom they come with.");
        };
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/family/leaving")
    Next leave(SignedIn who, @PathVariable EntryId id) {
        var entry = sight.open(who, id);
        var page = Next.to(entry.href() + "#together");
        return families.leave(id, who.actor())
                ? page.saying("They come alone now.")
                : page.refusing("Not now: a seat is kept for them and the others. Take the offer back first.");
    }
}
