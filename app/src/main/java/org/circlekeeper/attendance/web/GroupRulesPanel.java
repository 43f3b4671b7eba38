package org.circlekeeper.attendance.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.roster.GroupLeader;
import org.circlekeeper.roster.OwnFeeForm;

/**
 * What holds in a group: who leads it, when it takes members, whom it is for, how large it may be.
 *
 * @param programme the name of what it is part of; empty when of nothing
 * @param joining when one may join, as a sentence
 * @param inWindows whether that is only in windows
 * @param isFor one sentence each: whom the group is for and not for
 * @param fees what it charges of its own, the newest first
 * @param sizes what the practice's rules say about its size with so many leaders, one sentence each
 */
public record GroupRulesPanel(
        String programme,
        String joining,
        boolean inWindows,
        List<Window> windows,
        List<String> isFor,
        List<Beside> beside,
        List<Size> sizes,
        List<OwnFeeForm.Line> fees) {

    /** What somebody does beside the leader, to choose from. */
    public static final List<Choice> PARTS = Arrays.stream(GroupLeader.Part.values())
            .map(part -> new Choice(part.name(), part.onScreen()))
            .toList();

    /** Days on which one may begin. */
    public record Window(UUID id, String name, String days, Tone tone, String word) {}

    /** Somebody beside the leader. */
    public record Beside(UUID id, String name, String part, String days, boolean open) {}

    /** A size that a payer, or the practice, allows. */
    public record Size(String says, String source, boolean fine) {}
}
