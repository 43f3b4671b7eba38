package org.circlekeeper.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;

/** Decides which changes cannot be made, and says why and what to do instead. Pure. */
final class Objections {

    private Objections() {}

    /**
     * What the decision is made from.
     *
     * @param kept what the features above say against changing a session
     */
    record Asked(Edits edits, Map<GroupId, Group> groups, Map<SessionId, String> kept, Instant now) {}

    static List<String> against(Asked asked, ChangeWords.Names names) {
        var against = new ArrayList<String>();
        for (var edit : asked.edits().sessions()) {
            var before = edit.before();
            if (before != null) {
                standing(edit, before, asked, names, against);
            }
            var after = edit.after();
            if ((before == null || edit.moves()) && after.hasBegun(asked.now())) {
                against.add(
                        "The new time of " + names.session(edit.concerns()) + " is past. Choose one that is to come.");
            }
            var group = asked.groups().get(after.group());
            if (group != null && !group.days().includes(after.serviceDate())) {
                against.add(
                        group.name() + " does not exist on " + names.day(after) + ". Choose a day on which it does.");
            }
        }
        asked.edits().appointments().forEach(edit -> alone(edit, asked.now(), names, against));
        return against.stream().distinct().toList();
    }

    private static void alone(AppointmentEdit edit, Instant now, ChangeWords.Names names, List<String> against) {
        var which = names.appointment(edit.before());
        if (edit.before().hasBegun(now)) {
            against.add(which + " has begun or is over: what happened stays. Say on its page what became of it.");
        }
        if (edit.moves() && edit.after().hasBegun(now)) {
            against.add("The new time of " + which + " is past. Choose one that is to come.");
        }
        var from = edit.before().status();
        var to = edit.after().status();
        if (from == to && from != Appointment.Status.PLANNED) {
            against.add(which + " is not planned any more. Say first that it takes place after all.");
        } else if (from != to && !from.next().contains(to)) {
            against.add(which + " stands otherwise by now. Look at it again.");
        }
    }

    private static void standing(
            Edit edit, Session before, Asked asked, ChangeWords.Names names, List<String> against) {
        var which = names.session(before);
        var kept = asked.kept().get(before.id());
        if (before.hasEnded(asked.now())) {
            against.add(which + " is over: what happened stays. Correct its sheet, or add a session in its place.");
        } else if (before.hasBegun(asked.now())) {
            against.add(which + " has begun. Let it end, and say on its sheet who was there.");
        } else if (kept != null) {
            against.add(which + " stays as it is: " + kept);
        }
        var from = before.status();
        var to = edit.after().status();
        if (from == to && from != Session.Status.PLANNED) {
            against.add(which + " does not take place. Say first that it takes place after all.");
        } else if (from != to && !from.next().contains(to)) {
            against.add(which + " is cancelled already.");
        }
    }
}
