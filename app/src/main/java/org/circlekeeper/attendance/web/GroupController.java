package org.circlekeeper.attendance.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.SeriesId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.WeeklyForm;
import org.circlekeeper.terms.DateRange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One group: who sits in it, when it meets, and what is kept about it. */
@Controller
@ConditionalOnWebApplication
public class GroupController {

    private final GroupPages pages;
    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Practices practices;

    GroupController(GroupPages pages, Groups groups, Rosters rosters, Sessions sessions, Practices practices) {
        this.pages = pages;
        this.groups = groups;
        this.rosters = rosters;
        this.sessions = sessions;
        this.practices = practices;
    }

    @Needs(Permission.SEE_GROUPS)
    @GetMapping("/groups/{id}")
    ModelAndView show(SignedIn who, @PathVariable GroupId id, @RequestParam(defaultValue = "") String find) {
        return pages.show(id, who, find, Filled.blank(""));
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}")
    Object change(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        var group = pages.group(id);
        var form = Filled.in("edit", typed);
        var name = form.text("name", "Give the group a name, as in Monday Circle.");
        var capacity = form.read("capacity", "Write how many seats it has, from 2 to 40.", Filled.whole(2, 40));
        var leader = form.read("leader", "Choose who leads it.", PractitionerId::of);
        name.filter(chosen -> isTaken(chosen, group))
                .ifPresent(_ -> form.refuse("name", "There is a group of this name already. Choose another one."));
        capacity.filter(seats -> seats < seated(id))
                .ifPresent(_ -> form.refuse(
                        "capacity",
                        seated(id) + " people sit in it. Write that many or more, or end memberships first."));
        if (form.isWrong()) {
            return pages.show(id, who, "", form);
        }
        groups.change(id, name.orElseThrow(), capacity.orElseThrow(), leader.orElseThrow(), group.days(), who.actor());
        sessions.lead(id, leader.orElseThrow(), who.actor());
        return Next.to("/groups/" + id).saying("Saved. Sessions to come follow.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/weekly")
    Object meetWeekly(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        pages.group(id);
        var form = Filled.in("weekly", typed);
        var read = WeeklyForm.read(form);
        if (read.isEmpty()) {
            return pages.show(id, who, "", form);
        }
        var time = read.get();
        sessions.meetWeekly(
                id,
                time.weekday(),
                time.start(),
                time.length(),
                DateRange.from(time.from()),
                time.place(),
                who.actor());
        return Next.to("/groups/" + id).saying("The weekly time is set. Its sessions follow on Today within a minute.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/weekly/{series}/end")
    Object endWeekly(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable SeriesId series,
            @RequestParam Map<String, String> typed) {
        var time = series(id, series);
        var form = Filled.in("end-time-" + series, typed);
        var last = form.day("last", "Choose the last day on which the group meets at this time.");
        last.filter(day -> day.isBefore(time.days().first()))
                .ifPresent(_ -> form.refuse("last", "It begins later than that. Choose a day after it begins."));
        if (form.isWrong()) {
            return pages.show(id, who, "", form);
        }
        sessions.endSeries(series, last.orElseThrow(), who.actor());
        return Next.to("/groups/" + id).saying("The weekly time ends. Sessions planned after it are gone.");
    }

    private Series series(GroupId group, SeriesId id) {
        return sessions.series().stream()
                .filter(series -> series.id().equals(id) && series.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean isTaken(String name, Group own) {
        return groups.all().stream()
                .anyMatch(group -> !group.id().equals(own.id()) && group.name().equalsIgnoreCase(name));
    }

    private long seated(GroupId id) {
        var today = practices.today();
        return rosters.of(id).stream()
                .filter(episode -> episode.days().includes(today))
                .count();
    }
}
