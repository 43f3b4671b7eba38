package org.circlekeeper.attendance.web;

import java.util.List;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.frame.Ring;
import org.circlekeeper.frame.Tone;

/** One of the six things that can be said of a seat: always an icon and a word, and then a colour and a key. */
public record MarkButton(Presence presence, String icon, String word, String css, String key, Tone tone) {

    public static final List<MarkButton> ALL = List.of(
            new MarkButton(Presence.PRESENT, "✓", "Present", "present", "p", Tone.GOOD),
            new MarkButton(Presence.LATE, "◔", "Late", "late", "l", Tone.WAIT),
            new MarkButton(Presence.LEFT_EARLY, "◑", "Left early", "late", "e", Tone.WAIT),
            new MarkButton(Presence.ABSENT, "✕", "Absent", "absent", "a", Tone.BAD),
            new MarkButton(Presence.LATE_CANCEL, "⊘", "Cancelled late", "absent", "c", Tone.BAD),
            new MarkButton(Presence.EXCUSED, "○", "Excused", "excused", "x", Tone.CALM));

    /** What can be said of somebody before the session has begun. */
    static final List<MarkButton> BEFOREHAND =
            ALL.stream().filter(button -> !button.presence().came()).toList();

    static Tone tone(Presence presence) {
        return ALL.stream()
                .filter(button -> button.presence() == presence)
                .map(MarkButton::tone)
                .findFirst()
                .orElse(Tone.NONE);
    }

    static Ring.Seat seat(Presence presence) {
        return switch (presence) {
            case UNMARKED -> Ring.Seat.OPEN;
            case PRESENT -> Ring.Seat.PRESENT;
            case LATE, LEFT_EARLY -> Ring.Seat.LATE;
            case ABSENT, LATE_CANCEL -> Ring.Seat.ABSENT;
            case EXCUSED -> Ring.Seat.EXCUSED;
        };
    }
}
