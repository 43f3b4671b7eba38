package org.circlekeeper.intake;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Whom;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/**
 * Reminds members of papers that wait, after one, two and three days; then somebody calls them. Whom nothing that is
 * written reaches is called in the place of the first reminder.
 */
@Component
class ChaseConsents implements Duty<ChaseConsents.Reminder> {

    static final String ID = "chase-consents";

    private static final String SAY = "Their papers are not whole, and three reminders did not help. Is anything"
            + " unclear, or would they rather do them on paper or with you?";

    private static final String SAY_UNSEEN = "Their papers are not whole, and nothing that is written to them reaches"
            + " them. Would they rather come in to their own pages, or do them on paper or with you?";

    /** The call comes after the last reminder, or in the place of all of them. */
    private static final int CALL = 4;

    private final MemberPackets packets;
    private final NudgeStore nudges;
    private final PaperNews news;
    private final Rosters rosters;
    private final Groups groups;
    private final Patients patients;
    private final Part2Mark mark;
    private final Calls calls;

    ChaseConsents(
            MemberPackets packets,
            NudgeStore nudges,
            PaperNews news,
            Rosters rosters,
            Groups groups,
            Patients patients,
            Part2Mark mark,
            Calls calls) {
        this.packets = packets;
        this.nudges = nudges;
        this.news = news;
        this.rosters = rosters;
        this.groups = groups;
        this.patients = patients;
        this.mark = mark;
        this.calls = calls;
    }

    /** A reminder of a packet: its number, or one past the last for a call. */
    record Reminder(PacketId packet, int number) {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "Papers that wait are reminded of after one, two and three days; then somebody calls. Whom no reminder"
                + " would reach is called after one.";
    }

    @Override
    public int place() {
        return 13;
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                Permission.SEE_PAPERS,
                new Manner.Agreement(
                        Permission.KEEP_PAPERS, "Remind them", "Remind %d members of their papers.", "Remind all"));
    }

    @Override
    public List<Step<Reminder>> plan(Work work) {
        var open = packets.open();
        if (open.isEmpty()) {
            return List.of();
        }
        var went = nudges.went();
        var seats = rosters.all().stream().collect(toMap(Membership::id, seat -> seat));
        var known = new KnownGroups(groups.all());
        var steps = new ArrayList<Step<Reminder>>();
        for (var packet : open) {
            var seat = Optional.ofNullable(seats.get(packet.membership()))
                    .filter(one -> !one.days().hasEnded(work.today()));
            if (seat.isPresent() && packet.waitsForMember(work.today())) {
                number(packet, went, work)
                        .ifPresent(number -> steps.add(
                                remind(packet, number, known.of(seat.get()).name(), work)));
            }
        }
        return steps;
    }

    private Optional<Integer> number(Packet packet, Map<PacketId, Set<Integer>> went, Work work) {
        var sent = went.getOrDefault(packet.id(), Set.of());
        var reminded = sent.stream().filter(number -> number != CALL).collect(toSet());
        return switch (Chase.at(packet.askedAt(), reminded, work.now())) {
            case Chase.Due.Nudge nudge when news.reaches(packet.patient()) -> Optional.of(nudge.number());
            case Chase.Due.Nudge _, Chase.Due.Call _ -> sent.contains(CALL) ? Optional.empty() : Optional.of(CALL);
            case Chase.Due.Nothing _ -> Optional.empty();
        };
    }

    private static Step<Reminder> remind(Packet packet, int number, String group, Work work) {
        var href = "/patients/" + packet.patient() + "/papers";
        var missing = packet.missing(work.today()).size();
        var does = number == CALL
                ? "No reminder helps any more: somebody is to call them now."
                : "They are reminded, for the " + nth(number) + " time.";
        return new Step.Act<>(
                "remind:" + packet.id() + ":" + packet.askedAt().getEpochSecond() + ":" + number,
                new Reminder(packet.id(), number),
                Because.of(
                        Words.count(missing, "paper waits", "papers wait") + " for a member of " + group + " since "
                                + Words.moment(packet.askedAt(), work.zone()) + ". " + does,
                        new Evidence("The member's papers.", href, work.now())));
    }

    private static String nth(int number) {
        return List.of("first", "second", "third").get(number - 1);
    }

    @Override
    public void perform(Work work, Reminder reminder) {
        var packet = packets.find(reminder.packet())
                .filter(one -> one.waitsForMember(work.today()))
                .orElseThrow(() -> new StepRefused("Their papers are whole by now."));
        if (!nudges.add(packet.id(), reminder.number(), work.now())) {
            throw new StepRefused("They were reminded meanwhile.");
        }
        var actor = new Actor.Duty(ID);
        if (reminder.number() == CALL) {
            call(packet, work, actor);
        } else {
            news.waiting(packet.patient(), packet.language(), actor);
        }
    }

    private void call(Packet packet, Work work, Actor actor) {
        patients.find(packet.patient())
                .ifPresent(patient -> calls.ask(
                        Whom.of(patient, mark.isOn(patient.id())),
                        news.reaches(patient.id()) ? SAY : SAY_UNSEEN,
                        "/patients/" + patient.id() + "/papers",
                        work.today(),
                        actor));
    }
}
