package org.circlekeeper.attendance.web;

import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.GroupLeader;
import org.circlekeeper.roster.GroupLeaders;
import org.circlekeeper.roster.GroupRules;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Joining;
import org.circlekeeper.scheduling.Part;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** When a group takes members, and who leads it beside its leader. */
@Controller
@ConditionalOnWebApplication
public class GroupRulesController {

    private final GroupPages pages;
    private final Groups groups;
    private final GroupRules rules;
    private final GroupLeaders leaders;
    private final Sessions sessions;

    GroupRulesController(GroupPages pages, Groups groups, GroupRules rules, GroupLeaders leaders, Sessions sessions) {
        this.pages = pages;
        this.groups = groups;
        this.rules = rules;
        this.leaders = leaders;
        this.sessions = sessions;
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/windows")
    Object open(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        var group = pages.group(id);
        var form = Filled.in("window", typed);
        var name = form.text("name", "Name what begins, as in Module 2, mindfulness.");
        var first = form.day("first", "Choose the first day on which members may begin.");
        var last = form.day("last", "Choose the last day on which members may begin.");
        last.filter(day -> first.isPresent() && day.isBefore(first.get()))
                .ifPresent(_ -> form.refuse("last", "It closes before it opens. Choose a later day."));
        if (isCohort(group) && !rules.windows(id).isEmpty()) {
            form.refuse("name", "A closed cohort has one window. Remove the one there is, then open another.");
        }
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        rules.open(id, name.orElseThrow(), first.orElseThrow(), last.orElseThrow(), who.actor());
        return Next.to("/groups/" + id).saying("Members may begin on those days.");
    }

    private boolean isCohort(Group group) {
        return groups.type(group.type())
                .filter(type -> type.joining() == Joining.COHORT)
                .isPresent();
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/windows/{window}/remove")
    Object shut(SignedIn who, @PathVariable GroupId id, @PathVariable UUID window) {
        var known = rules.windows(id).stream()
                .filter(one -> one.id().equals(window))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        rules.shut(known, who.actor());
        return Next.to("/groups/" + id).saying("Nobody begins on those days any more. Whoever has a seat keeps it.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/leaders")
    Object leads(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        var group = pages.group(id);
        var form = Filled.in("leader", typed);
        var leader = form.read("who", "Choose who.", PractitionerId::of);
        var part = form.read("part", "Choose what they do there.", GroupLeader.Part::valueOf);
        var from = form.day("from", "Choose the first day.");
        var to = form.dayIfAny("to", "Choose the last day, or leave it empty.");
        to.filter(last -> from.isPresent() && last.isBefore(from.get()))
                .ifPresent(_ -> form.refuse("to", "It ends before it begins. Choose a later day."));
        leader.filter(group.leader()::equals)
                .ifPresent(_ -> form.refuse("who", "They lead the group. Choose somebody else."));
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        var days = new DateRange(from.orElseThrow(), to.orElse(null));
        leaders.add(id, leader.orElseThrow(), part.orElseThrow(), days, who.actor());
        sessions.wasBeside(
                id, leader.orElseThrow(), Part.valueOf(part.orElseThrow().name()), days, who.actor());
        return Next.to("/groups/" + id).saying("They are kept beside the leader.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/leaders/{leader}/end")
    Object leadsNoMore(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable UUID leader,
            @RequestParam Map<String, String> typed) {
        var known = leaders.of(id).stream()
                .filter(one -> one.id().equals(leader))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Filled.in("end-leader-" + leader, typed);
        var last = form.day("last", "Choose the last day.");
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        leaders.end(known, last.orElseThrow(), who.actor());
        sessions.wasNotBeside(id, known.practitioner(), last.orElseThrow(), who.actor());
        return Next.to("/groups/" + id).saying("After that day they are no longer beside the leader.");
    }
}
