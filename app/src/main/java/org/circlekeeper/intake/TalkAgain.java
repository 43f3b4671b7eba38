package org.circlekeeper.intake;

import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.frame.Words;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks whoever leads a group to talk about confidentiality again when somebody new has got a seat. */
@Component
class TalkAgain implements Duty<GroupId> {

    static final String ID = "talk-again";

    private final Talks talks;
    private final Groups groups;

    TalkAgain(Talks talks, Groups groups) {
        this.talks = talks;
        this.groups = groups;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "Whoever leads a group is asked to talk about confidentiality again from the day on which somebody new"
                + " gets a seat, until they did.";
    }

    @Override
    public int place() {
        return 11;
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.TAKE_ATTENDANCE)
                .saying("Open the papers", "saying on that page that the group was talked to");
    }

    @Override
    public List<Step<GroupId>> plan(Work work) {
        var known = new KnownGroups(groups.all());
        Map<GroupId, List<Membership>> byGroup = talks.due(work.today()).stream()
                .collect(groupingBy(Membership::group, LinkedHashMap::new, Collectors.toList()));
        return byGroup.entrySet().stream()
                .map(entry -> talk(known.of(entry.getKey()), entry.getValue(), work))
                .toList();
    }

    private static Step<GroupId> talk(Group group, List<Membership> seats, Work work) {
        var first = seats.getFirst().days().first();
        var last = seats.getLast().days().first();
        var href = "/papers?group=" + group.id();
        boolean toCome = first.isAfter(work.today());
        return new Step.Ask<>(
                "talk:" + group.id() + ":" + last + (toCome ? ":to-come" : ""),
                group.name()
                        + (toCome ? " gets somebody new on " + Words.day(first) + "." : " has somebody new.")
                        + " Was confidentiality talked about again?",
                href,
                Because.of(
                        Words.count(seats.size(), "person", "people")
                                + " got a seat since the group last talked about it.",
                        new Evidence("The papers of the group.", href, work.now())));
    }

    @Override
    public void perform(Work work, GroupId group) {
        throw new IllegalStateException("Whoever leads the group says it");
    }
}
