package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.HoldId;
import org.circlekeeper.roster.Membership;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of one membership shows: how it stands, what may be changed, and what a change would bring.
 *
 * @param word how it stands today
 * @param open whether it goes on, or is still to begin
 * @param pending whether its first day is still to come
 * @param ends whether a last day is set, which may be taken back
 * @param change what is looked at: hold, transfer or end; empty when nothing is
 * @param preview what that would bring; null until its days are chosen
 * @param form the form that was sent, or a blank one
 */
public record EpisodePage(
        Group group,
        Membership episode,
        String name,
        String since,
        Tone tone,
        String word,
        String note,
        boolean open,
        boolean pending,
        boolean ends,
        List<Hold> holds,
        List<Choice> groups,
        List<Line> history,
        String change,
        @Nullable SeatPreview preview,
        LocalDate today,
        Filled form) {

    /** How a membership ends, to choose from; going to another group has a form of its own. */
    public static final List<Choice> ENDINGS = Arrays.stream(Ending.values())
            .filter(ending -> ending != Ending.TRANSFERRED)
            .map(ending -> new Choice(ending.name(), ending.onScreen()))
            .toList();

    /** A pause that has not ended. */
    public record Hold(HoldId id, String days, boolean begun) {}

    /** What became of it, who said so and when. */
    public record Line(String when, String says, String by) {}

    public String path() {
        return "/groups/" + group.id() + "/memberships/" + episode.id();
    }

    public String patient() {
        return "/patients/" + episode.patient();
    }

    public Filled holdForm() {
        return named("hold", Filled.blank("hold").with("first", today));
    }

    public Filled transferForm() {
        return named("transfer", Filled.blank("transfer").with("from", today.plusDays(1)));
    }

    public Filled endForm() {
        return named("end", Filled.blank("end").with("last", today));
    }

    public Filled goOnForm() {
        return named("go-on", Filled.blank("go-on"));
    }

    public Filled withdrawForm() {
        return named("withdraw", Filled.blank("withdraw"));
    }

    public Filled endHoldForm(Hold hold) {
        var name = "end-hold-" + hold.id();
        return named(name, Filled.blank(name).with("back", today.plusDays(1)));
    }

    /** Whether this change is looked at, and something is known of what it would bring. */
    public boolean looksAt(String asked) {
        return change.equals(asked) && preview != null;
    }

    public boolean isOpen(String asked) {
        return change.equals(asked);
    }

    private Filled named(String name, Filled fresh) {
        return form.name().equals(name) ? form : fresh;
    }
}
