package org.circlekeeper.waitlist.web;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Words;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.waitlist.Decision;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.FitDecision;
import org.circlekeeper.waitlist.Screenings;
import org.circlekeeper.waitlist.WaitStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What therapists said about somebody, and which groups they may name when they say it. */
@Component
class TherapistsWords {

    private final Screenings screenings;
    private final Groups groups;

    TherapistsWords(Screenings screenings, Groups groups) {
        this.screenings = screenings;
        this.groups = groups;
    }

    List<EntryPage.Decided> decisions(Entry entry, ZoneId zone) {
        return screenings.decisions(entry.id()).stream()
                .map(one -> new EntryPage.Decided(said(one), one.words(), one.by(), Words.moment(one.at(), zone)))
                .toList();
    }

    private String said(Decision decision) {
        var said = decision.decision().onScreen();
        if (decision.groups().isEmpty()) {
            return said;
        }
        return said + (decision.decision() == FitDecision.FIT ? ", only in " : ": ") + names(decision.groups());
    }

    private String names(Collection<GroupId> ids) {
        return groups.all().stream()
                .filter(group -> ids.contains(group.id()))
                .map(Group::name)
                .collect(joining(", "));
    }

    EntryPage.Naming naming(Entry entry, LocalDate today) {
        var going =
                groups.all().stream().filter(group -> !group.hasEnded(today)).toList();
        var here = going.stream()
                .filter(group -> group.type().equals(entry.type()))
                .map(group -> new Choice(group.id().toString(), group.name()))
                .toList();
        var others = going.stream()
                .map(group -> new Choice(group.id().toString(), group.name() + ", " + group.typeName()))
                .toList();
        return new EntryPage.Naming(here.size() < 2 ? List.of() : here, others);
    }

    /** Only while the entry stands where that word put it: whoever has gone on, has gone on. */
    EntryPage.@Nullable Named named(Entry entry) {
        return entry.status() != WaitStatus.NOT_FIT
                ? null
                : screenings.decisions(entry.id()).stream()
                        .limit(1)
                        .filter(one -> one.decision() == FitDecision.OTHER_GROUP)
                        .flatMap(one -> one.groups().stream())
                        .flatMap(id -> groups.find(id).stream())
                        .map(group -> new EntryPage.Named(
                                group.id().toString(),
                                group.type().toString(),
                                group.name() + " (" + group.typeName() + ")"))
                        .findFirst()
                        .orElse(null);
    }
}
