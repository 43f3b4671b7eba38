package org.circlekeeper.scheduling.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.AppointmentChange;
import org.circlekeeper.scheduling.Change;
import org.circlekeeper.scheduling.LeaderAway;
import org.circlekeeper.scheduling.Part;
import org.circlekeeper.scheduling.Substitutes;

/** What may become of each session and appointment of somebody who is away, as choices of a form and back. */
final class LeaderAwayForm {

    private static final String CANCEL = "cancel";
    private static final String WITHOUT = "without";
    private static final String ONLINE = "online";
    private static final String SUBSTITUTE = "substitute:";
    private static final Choice LEAVE = new Choice("leave", "Leave it as it is");

    private LeaderAwayForm() {}

    static String field(UUID id) {
        return "choice-" + id;
    }

    static String link(UUID id) {
        return "link-" + id;
    }

    static boolean co(LeaderAway.Led led) {
        return led.part() == Part.CO_LEADING;
    }

    /** What is chosen beforehand: a group that still has its leader meets. */
    static String usual(LeaderAway.Led led) {
        return co(led) ? WITHOUT : CANCEL;
    }

    static String usualAlone() {
        return CANCEL;
    }

    static List<Choice> choices(LeaderAway.Led led) {
        var choices = new ArrayList<Choice>();
        if (co(led)) {
            choices.add(new Choice(WITHOUT, "Hold it without them"));
            choices.addAll(others(led.candidates(), " co-leads it: "));
            choices.add(new Choice(CANCEL, "Cancel it"));
        } else {
            choices.add(new Choice(CANCEL, "Cancel it"));
            choices.addAll(others(led.candidates(), " leads it: "));
            choices.add(new Choice(ONLINE, "Hold it online, at the address below"));
        }
        choices.add(LEAVE);
        return choices;
    }

    static List<Choice> choices(LeaderAway.Alone alone) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(CANCEL, "Cancel it"));
        choices.addAll(others(alone.candidates(), " holds it: "));
        choices.add(new Choice(ONLINE, "Hold it online, at the address below"));
        choices.add(LEAVE);
        return choices;
    }

    private static List<Choice> others(List<Substitutes.Candidate> candidates, String does) {
        return candidates.stream()
                .filter(Substitutes.Candidate::may)
                .map(one -> new Choice(SUBSTITUTE + one.practitioner(), one.name() + does + one.says()))
                .toList();
    }

    /** Whoever was chosen to stand in, of those who are offered. */
    static Optional<Substitutes.Candidate> standIn(Filled form, UUID id, List<Substitutes.Candidate> candidates) {
        var choice = form.value(field(id));
        return candidates.stream()
                .filter(one -> one.may() && choice.equals(SUBSTITUTE + one.practitioner()))
                .findFirst();
    }

    static Optional<Change> change(Filled form, LeaderAway.Led led, PractitionerId away) {
        var id = led.session().id().value();
        var choice = form.value(field(id));
        if (choice.startsWith(SUBSTITUTE)) {
            return substitute(form, id, led.candidates())
                    .map(other -> co(led) ? new Change.CoLeader(away, other) : new Change.Substitute(other));
        }
        return switch (choice) {
            case CANCEL -> Optional.of(new Change.Cancel());
            case WITHOUT -> co(led) ? Optional.of(new Change.CoLeader(away, null)) : Optional.empty();
            case ONLINE -> address(form, id).map(Change.Online::new);
            default -> Optional.empty();
        };
    }

    static Optional<AppointmentChange> change(Filled form, LeaderAway.Alone alone) {
        var id = alone.appointment().id().value();
        var choice = form.value(field(id));
        if (choice.startsWith(SUBSTITUTE)) {
            return substitute(form, id, alone.candidates()).map(AppointmentChange.HandTo::new);
        }
        return switch (choice) {
            case CANCEL -> Optional.of(new AppointmentChange.Cancel());
            case ONLINE -> address(form, id).map(AppointmentChange.Online::new);
            default -> Optional.empty();
        };
    }

    private static Optional<String> address(Filled form, UUID id) {
        return form.read(link(id), "Write the address of the video room, beginning with https://.", Fields::link);
    }

    /** Only somebody who was offered, whatever the form says. */
    private static Optional<PractitionerId> substitute(Filled form, UUID id, List<Substitutes.Candidate> candidates) {
        return form.read(field(id), "Choose from the list: who was free may be taken by now.", text -> {
            var leader = PractitionerId.of(text.substring(SUBSTITUTE.length()));
            if (candidates.stream()
                    .noneMatch(one -> one.may() && one.practitioner().equals(leader))) {
                throw new IllegalArgumentException("Not offered");
            }
            return leader;
        });
    }
}
