package org.circlekeeper.waitlist.web;

import java.time.LocalDate;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Placements;
import org.circlekeeper.waitlist.Sight;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is ready for a group that is open to whoever comes: from when on they come. */
@Controller
@ConditionalOnWebApplication
public class ComingController {

    private final Placements placements;
    private final Sight sight;
    private final Groups groups;
    private final Practices practices;

    ComingController(Placements placements, Sight sight, Groups groups, Practices practices) {
        this.placements = placements;
        this.sight = sight;
        this.groups = groups;
        this.practices = practices;
    }

    @Needs(Permission.KEEP_WAITLIST)
    @PostMapping("/waitlist/{id}/coming")
    Next comes(
            SignedIn who,
            @PathVariable EntryId id,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String born) {
        var entry = sight.open(who, id);
        var today = practices.today();
        var open = Reading.of(group, GroupId::of).flatMap(groups::find).filter(one -> isOpenTo(entry, one, today));
        var first = Reading.of(from, LocalDate::parse).filter(day -> !day.isBefore(today) && day.getYear() < 2200);
        if (open.isEmpty() || first.isEmpty()) {
            return Next.to(entry.href())
                    .refusing("Choose a group that is open to whoever comes, and a day from today on.");
        }
        var birth = Reading.of(born, LocalDate::parse)
                .filter(day -> !day.isAfter(today) && day.isAfter(today.minusYears(130)));
        var where = open.get().name() + " from " + Words.shortDay(first.get());
        return told(entry, where, placements.comes(id, birth.orElse(null), where, who.actor()));
    }

    private boolean isOpenTo(Entry entry, Group group, LocalDate today) {
        return group.type().equals(entry.type())
                && !group.hasEnded(today)
                && groups.type(group.type())
                        .filter(type -> type.joining() == Joining.DROP_IN)
                        .isPresent();
    }

    private static Next told(Entry entry, String where, Placements.Coming coming) {
        var page = Next.to(entry.href());
        return switch (coming) {
            case Placements.Coming.Known _ ->
                page.saying(
                        "They may come to " + where + ". On the day they come, add them to the group for that day.");
            case Placements.Coming.NeedsBirthDate _ ->
                page.refusing("A record needs the birth date. Write it beside the day from which they come.");
            case Placements.Coming.NotReady(var status) ->
                page.refusing("Where they stand is “" + status.onScreen() + "”. A therapist's word comes first.");
        };
    }
}
