package org.circlekeeper.waitlist.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.ContactForm;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Sight;
import org.circlekeeper.waitlist.Waitlist;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One person's wish for a seat: what is known, what was said, and going on to another kind of group. */
@Controller
@ConditionalOnWebApplication
public class EntryController {

    private final EntryPages pages;
    private final Waitlist waitlist;
    private final Sight sight;
    private final Calls calls;
    private final Groups groups;
    private final Practices practices;
    private final Clock clock;

    EntryController(
            EntryPages pages,
            Waitlist waitlist,
            Sight sight,
            Calls calls,
            Groups groups,
            Practices practices,
            Clock clock) {
        this.pages = pages;
        this.waitlist = waitlist;
        this.sight = sight;
        this.calls = calls;
        this.groups = groups;
        this.practices = practices;
        this.clock = clock;
    }

    @Needs(Permission.SEE_WAITLIST)
    @GetMapping("/waitlist/{id}")
    ModelAndView show(SignedIn who, @PathVariable EntryId id) {
        return pages.show(who, sight.open(who, id));
    }

    /** Writes down what was said with them. */
    @Needs(Permission.MAKE_CALLS)
    @PostMapping("/waitlist/{id}/contact")
    Object contact(SignedIn who, @PathVariable EntryId id, @RequestParam Map<String, String> typed) {
        var entry = sight.open(who, id);
        var form = Filled.in(EntryPage.CONTACT, typed);
        var contact = ContactForm.read(form, clock.instant(), practices.today(), who.name());
        if (contact.isEmpty()) {
            return pages.again(who, entry, form);
        }
        var open = calls.open().stream()
                .filter(call -> id.value().equals(call.whom().entry()))
                .findFirst();
        calls.log(whom(entry), open.map(call -> call.id()).orElse(null), contact.get(), who.actor());
        return Next.to(entry.href()).saying("Written down.");
    }

    /** Says why it is urgent, or that it is not any more. */
    @Needs(Permission.MAKE_CALLS)
    @PostMapping("/waitlist/{id}/urgency")
    Next urgent(SignedIn who, @PathVariable EntryId id, @RequestParam(defaultValue = "") String urgent) {
        var entry = sight.open(who, id);
        waitlist.markUrgent(id, Reading.plain(urgent), who.actor());
        return Next.to(entry.href()).saying("Saved.");
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/transfer")
    Next transfer(
            SignedIn who,
            @PathVariable EntryId id,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String why) {
        var entry = sight.open(who, id);
        var to = Reading.of(type, UUID::fromString)
                .filter(chosen -> !chosen.equals(entry.type()))
                .filter(chosen ->
                        groups.types().stream().anyMatch(known -> known.id().equals(chosen)));
        if (to.isEmpty()) {
            return Next.to(entry.href()).refusing("Choose another kind of group from the list.");
        }
        var wanted = Reading.of(group, GroupId::of)
                .flatMap(groups::find)
                .filter(found -> found.type().equals(to.get()))
                .map(Group::id);
        Optional<EntryId> next = waitlist.transfer(id, to.get(), wanted.orElse(null), Reading.plain(why), who.actor());
        return next.map(
                        fresh -> Next.to("/waitlist/" + fresh)
                                .saying(
                                        "Goes on here, with the days waited so far. A therapist of this kind of group decides."))
                .orElse(Next.to(entry.href()).refusing("Not now: take the offer back first."));
    }

    private static Whom whom(Entry entry) {
        return new Whom(
                entry.patient(),
                entry.id().value(),
                entry.who().name(),
                entry.who().phone(),
                entry.who().email(),
                entry.part2());
    }
}
