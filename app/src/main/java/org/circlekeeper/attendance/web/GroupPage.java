package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Ring;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.roster.Group;
import org.circlekeeper.scheduling.WeeklyForm;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of a group shows.
 *
 * @param members those with a seat now or later; {@code former} those without one any more
 * @param rules when it takes members, whom it is for, who leads beside the leader, which sizes payers allow
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
        GroupRulesPanel rules,
        LocalDate today,
        Filled form) {

    /**
     * One episode of membership.
     *
     * @param href where it is paused, moved and ended
     * @param note what the days of its standing are, and why it ends, in words
     * @param insurance null when the seat is not looked at any more
     */
    public record Member(
            String href,
            String patient,
            String name,
            String since,
            Tone tone,
            String word,
            String note,
            @Nullable String insurance,
            List<Mark> strip) {}

    /** One earlier visit: a sign, and what it says aloud. */
    public record Mark(String icon, String css, String says, String href) {}

    /** A weekly time. {@code series} is null when it cannot be ended any more. */
    public record Time(String words, String days, @Nullable String series) {}

    /** One session. */
    public record Meeting(String href, String when, Tone tone, String word) {}

    public String path() {
        return "/groups/" + group.id();
    }

    public Filled leaderForm() {
        return named("leader", Filled.blank("leader").with("from", today));
    }

    public Filled windowForm() {
        return named("window", Filled.blank("window"));
    }

    public Filled endGroupForm() {
        return named("end", Filled.blank("end"));
    }

    public Filled feeForm() {
        return named("fee", Filled.blank("fee").with("from", today));
    }

    public Filled endLeaderForm(GroupRulesPanel.Beside beside) {
        var name = "end-leader-" + beside.id();
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
                        .with("minimum", group.minimum())
                        .with("target", group.target())
                        .with("programme", rules.programme())
                        .with("cycle", group.cycle())
                        .with("leader", group.leader()));
    }

    private Filled named(String name, Filled fresh) {
        return form.name().equals(name) ? form : fresh;
    }
}
