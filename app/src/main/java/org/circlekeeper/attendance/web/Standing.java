package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.MembershipStatus;
import org.circlekeeper.roster.Move;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/** How a span of days stands today, in words. */
final class Standing {

    private Standing() {}

    /** {@code from Mon 5 Oct 2026}, {@code Mon 5 Oct 2026 to Mon 23 Nov 2026}. */
    static String days(DateRange days) {
        var last = days.last();
        return last == null ? "from " + Words.day(days.first()) : Words.day(days.first()) + " to " + Words.day(last);
    }

    static Tone tone(DateRange days, LocalDate today) {
        return days.includes(today) ? Tone.GOOD : days.first().isAfter(today) ? Tone.CALM : Tone.NONE;
    }

    static String word(DateRange days, LocalDate today, String now, String later, String over) {
        return days.includes(today) ? now : days.first().isAfter(today) ? later : over;
    }

    static Tone tone(MembershipStatus status) {
        return switch (status) {
            case ACTIVE -> Tone.GOOD;
            case PENDING, ON_HOLD -> Tone.CALM;
            case TRANSITIONING, GRADUATING -> Tone.WAIT;
            case ENDED -> Tone.NONE;
        };
    }

    /** The first letter is large at the beginning of a chip. */
    static String word(MembershipStatus status) {
        var word = status.onScreen();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The days of a standing and, when it ends, why: {@code until Mon 14 Dec 2026, then back}. */
    static String note(Membership episode, LocalDate today, @Nullable Move end) {
        var notes = new ArrayList<String>();
        episode.holds().stream()
                .filter(hold -> !hold.last().isBefore(today))
                .map(hold -> hold.includes(today)
                        ? "pauses until " + Words.day(hold.last())
                        : "pauses from " + Words.day(hold.first()) + " to " + Words.day(hold.last()))
                .forEach(notes::add);
        var last = episode.days().last();
        if (last != null) {
            notes.add((last.isBefore(today) ? "until " : "last day ")
                    + Words.day(last)
                    + (end == null ? "" : ", " + end.reason()));
        }
        return String.join("; ", notes);
    }

    /** The last word on how each episode ends; none where it was taken back. */
    static Map<MembershipId, Move> ends(List<Move> moves) {
        var ends = new HashMap<MembershipId, Move>();
        for (var move : moves) {
            switch (move.status()) {
                case TRANSITIONING, GRADUATING, ENDED -> ends.put(move.membership(), move);
                case ACTIVE, PENDING, ON_HOLD -> {}
            }
        }
        return ends;
    }
}
