package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Ring;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.scheduling.WeeklyForm;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of a group shows.
 *
 * @param find the words that the list of people to add is searched by
 * @param form the form that was sent and could not be read, or a blank one
 */
public record GroupPage(
        Group group,
        String leader,
        Ring ring,
        List<Member> members,
        List<Member> former,
        List<Time> times,
        List<Meeting> coming,
        List<Meeting> past,
        List<Choice> leaders,
        Candidates candidates,
        LocalDate today,
        Filled form) {

    /** How a membership ends, to choose from; a transfer has a form of its own. */
    public static final List<Choice> ENDINGS = Arrays.stream(Ending.values())
            .filter(ending -> ending != Ending.TRANSFERRED)
            .map(ending -> new Choice(ending.name(), ending.onScreen()))
            .toList();

    /** One episode of membership. {@code insurance} is empty when the seat is not looked at any more. */
    public record Member(
            MembershipId membership,
            String patient,
            String name,
            String since,
            String until,
            @Nullable String insurance,
            List<Mark> strip) {}

    /** One earlier visit: a sign, and what it says aloud. */
    public record Mark(String icon, String css, String says, String href) {}

    /** A weekly time. {@code series} is null when it cannot be ended any more. */
    public record Time(String words, String days, @Nullable String series) {}

    /** One session. */
    public record Meeting(String href, String when, Tone tone, String word) {}

    /** Whom a seat may be given to. */
    public record Candidates(String find, boolean all, List<Choice> people) {}

    public String path() {
        return "/groups/" + group.id();
    }

    public Filled addForm() {
        return named("seat", Filled.blank("seat").with("from", today));
    }

    public Filled endForm(Member member) {
        var name = "end-" + member.membership();
        return named(name, Filled.blank(name).with("last", today));
    }

    public Filled weeklyForm() {
        return named("weekly", WeeklyForm.usual(Filled.blank("weekly"), today));
    }

    public Filled extraForm() {
        return named(
                "extra",
                Filled.blank("extra")
                        .with("day", today)
                        .with("start", "18:00")
                        .with("minutes", 90)
                        .with("place", "11"));
    }

    public Filled endTimeForm(Time time) {
        var name = "end-time-" + time.series();
        return named(name, Filled.blank(name).with("last", today));
    }

    public Filled editForm() {
        return named(
                "edit",
                Filled.blank("edit")
                        .with("name", group.name())
                        .with("capacity", group.capacity())
                        .with("leader", group.leader()));
    }

    private Filled named(String name, Filled fresh) {
        return form.name().equals(name) ? form : fresh;
    }
}
