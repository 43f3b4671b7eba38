package org.circlekeeper.intake;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks for papers anew that ran out or fell due, and reminds leaders to talk when somebody new has come. */
@Component
class ReviewPapers implements Duty<ReviewPapers.Turn> {

    static final String ID = "review-papers";

    private final MemberPapers papers;
    private final Talks talks;
    private final SeatPapers asked;
    private final Groups groups;

    ReviewPapers(MemberPapers papers, Talks talks, SeatPapers asked, Groups groups) {
        this.papers = papers;
        this.talks = talks;
        this.asked = asked;
        this.groups = groups;
    }

    /** A paper whose day has come, and whether a newer version takes its place. */
    record Turn(PaperId paper, boolean newer) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "A paper that runs out is asked for anew, and whoever leads a group hears when to talk about it again.";
    }

    @Override
    public int place() {
        return 11;
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                        Permission.SEE_PAPERS,
                        new Manner.Agreement(
                                Permission.KEEP_PAPERS, "Ask for it anew", "Ask for %d papers anew.", "Ask for all"))
                .saying("Open the papers", "saying on that page that the group was talked to");
    }

    @Override
    public List<Step<Turn>> plan(Work work) {
        var steps = new ArrayList<Step<Turn>>();
        papers.pastTheirDay().forEach(paper -> steps.add(turn(paper, false, work)));
        papers.due().forEach(paper -> steps.add(turn(paper, true, work)));
        steps.addAll(talks(work));
        return steps;
    }

    private static Step<Turn> turn(Paper paper, boolean newer, Work work) {
        var href = "/patients/" + paper.patient() + "/papers";
        var says = newer
                ? "\"" + paper.title() + "\" was to be signed in its new version by today, and was not."
                : "\"" + paper.title() + "\" ran out.";
        return new Step.Act<>(
                (newer ? "due:" : "ran-out:") + paper.id(),
                new Turn(paper.id(), newer),
                Because.of(
                        says + " The member is asked for it, and not expected before.",
                        new Evidence("The member's papers.", href, work.now())));
    }

    private List<Step<Turn>> talks(Work work) {
        var known = new KnownGroups(groups.all());
        Map<GroupId, List<Membership>> byGroup = talks.due(work.today()).stream()
                .filter(seat -> asked.hasPacket(known.of(seat).type()))
                .collect(groupingBy(Membership::group, LinkedHashMap::new, Collectors.toList()));
        return byGroup.entrySet().stream()
                .map(entry -> talk(known.of(entry.getKey()), entry.getValue(), work))
                .toList();
    }

    private static Step<Turn> talk(Group group, List<Membership> seats, Work work) {
        var last = seats.stream().map(seat -> seat.days().first()).max(LocalDate::compareTo);
        var href = "/papers?group=" + group.id();
        return new Step.Ask<>(
                "talk:" + group.id() + ":" + last.orElse(work.today()),
                group.name() + " has somebody new. Was confidentiality talked about again?",
                href,
                Because.of(
                        Words.count(seats.size(), "person", "people") + " came since the group last talked about it.",
                        new Evidence("The papers of the group.", href, work.now())));
    }

    @Override
    public void perform(Work work, Turn turn) {
        var actor = new Actor.Duty(ID);
        if (turn.newer()) {
            papers.fallDue(turn.paper());
        } else {
            papers.ranOut(turn.paper(), actor);
        }
    }
}
