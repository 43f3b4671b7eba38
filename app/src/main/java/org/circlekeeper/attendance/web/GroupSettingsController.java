package org.circlekeeper.attendance.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Programmes;
import org.circlekeeper.roster.SizeForm;
import org.circlekeeper.scheduling.GroupEnding;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is kept about a group: its name, sizes, leader and programme; and that it ends. */
@Controller
@ConditionalOnWebApplication
public class GroupSettingsController {

    private final GroupPages pages;
    private final Groups groups;
    private final Programmes programmes;
    private final Sessions sessions;
    private final GroupEnding ending;

    GroupSettingsController(
            GroupPages pages, Groups groups, Programmes programmes, Sessions sessions, GroupEnding ending) {
        this.pages = pages;
        this.groups = groups;
        this.programmes = programmes;
        this.sessions = sessions;
        this.ending = ending;
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}")
    Object change(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        var group = pages.group(id);
        var form = Filled.in("edit", typed);
        var name = form.text("name", "Give the group a name, as in Monday Circle.");
        var leader = form.read("leader", "Choose who leads it.", PractitionerId::of);
        var sizes = SizeForm.read(form);
        name.filter(chosen -> !chosen.equalsIgnoreCase(group.name()) && groups.isTaken(chosen))
                .ifPresent(_ -> form.refuse("name", "There is a group of this name already. Choose another one."));
        if (form.isWrong() || sizes.isEmpty()) {
            return pages.show(id, who, form);
        }
        var size = sizes.get();
        var settings = new Groups.Settings(
                name.orElseThrow(),
                size.minimum(),
                size.target(),
                size.capacity(),
                leader.orElseThrow(),
                group.days(),
                form.has("programme") ? programmes.named(form.value("programme")) : null,
                form.value("cycle"));
        if (!groups.change(id, settings, who.actor())) {
            form.refuse(
                    "capacity",
                    "On some day more people have a seat or an offer. Write more seats, or end memberships first.");
            return pages.show(id, who, form);
        }
        sessions.lead(id, leader.orElseThrow(), who.actor());
        return Next.to("/groups/" + id).saying("Saved. Sessions to come follow.");
    }

    private static String offered(int offers) {
        return Words.count(offers, "offer of a seat stands", "offers of a seat stand")
                + ": take back on the waitlist what is not to be taken up any more.";
    }

    /** Ends the group: its weekly times, the seats of whoever sits there, and seats that begin later. */
    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/end")
    Object end(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        var group = pages.group(id);
        var form = Filled.in("end", typed);
        var last = form.day("last", "Choose the last day of the group.");
        var reason = form.text("reason", "Say why it ends: the cycle is over, too few came.");
        last.filter(day -> day.isBefore(group.days().first()))
                .ifPresent(_ -> form.refuse("last", "It begins later than that. Choose a day after it has begun."));
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        return switch (ending.end(group, last.orElseThrow(), reason.orElseThrow(), who.actor())) {
            case GroupEnding.Ended.Done(int ended, int offers) ->
                Next.to("/groups/" + id)
                        .saying("The group ends after that day. "
                                + Words.count(ended, "membership ends", "memberships end") + " with it."
                                + (offers == 0 ? "" : " " + offered(offers)));
            case GroupEnding.Ended.SeatsBeginLater(int seats) -> {
                form.refuse(
                        "last",
                        Words.count(seats, "membership begins", "memberships begin") + " after that day and cannot be"
                                + " taken back with the group: it has begun, or a member moves here from another"
                                + " group. Take the move back there first, or choose a later day.");
                yield pages.show(id, who, form);
            }
        };
    }
}
