package org.circlekeeper.attendance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Programmes;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.roster.SizeForm;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is kept about a group: its name, sizes, leader and programme; and that it ends. */
@Controller
@ConditionalOnWebApplication
public class GroupSettingsController {

    private static final int SESSIONS = 400;

    private final GroupPages pages;
    private final Groups groups;
    private final Programmes programmes;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Clock clock;

    GroupSettingsController(
            GroupPages pages, Groups groups, Programmes programmes, Rosters rosters, Sessions sessions, Clock clock) {
        this.pages = pages;
        this.groups = groups;
        this.programmes = programmes;
        this.rosters = rosters;
        this.sessions = sessions;
        this.clock = clock;
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
        int ended = endSeats(group, last.orElseThrow(), reason.orElseThrow(), who);
        endSessions(id, last.orElseThrow(), who);
        var settings = group.settings();
        groups.change(
                id,
                new Groups.Settings(
                        settings.name(),
                        settings.minimum(),
                        settings.target(),
                        settings.capacity(),
                        settings.leader(),
                        new DateRange(group.days().first(), last.orElseThrow()),
                        settings.programme(),
                        settings.cycle()),
                who.actor());
        return Next.to("/groups/" + id)
                .saying("The group ends after that day. " + Words.count(ended, "membership ends", "memberships end")
                        + " with it.");
    }

    /** Weekly times end, and sessions that somebody added for later days do not take place. */
    private void endSessions(GroupId id, LocalDate last, SignedIn who) {
        sessions.series().stream()
                .filter(series -> series.group().equals(id))
                .filter(series ->
                        series.days().last() == null || series.days().last().isAfter(last))
                .forEach(series -> sessions.endSeries(series.id(), last, who.actor()));
        sessions.of(id, SESSIONS).stream()
                .filter(session -> session.serviceDate().isAfter(last)
                        && session.startsAt().isAfter(clock.instant())
                        && session.status() == Session.Status.PLANNED)
                .forEach(session -> sessions.cancel(session.id(), "the group has ended", who.actor()));
    }

    private int endSeats(Group group, LocalDate last, String reason, SignedIn who) {
        int ended = 0;
        for (var episode : rosters.of(group.id())) {
            var now = episode.days().last();
            if (now != null && !now.isAfter(last)) {
                continue;
            }
            ended++;
            if (!episode.days().first().isAfter(last)) {
                rosters.leave(episode.id(), last, Ending.ADMINISTRATIVE, "the group ends: " + reason, who.actor());
            } else if (!rosters.withdraw(episode.id(), "the group ends: " + reason, who.actor())) {
                ended--;
            }
        }
        return ended;
    }
}
