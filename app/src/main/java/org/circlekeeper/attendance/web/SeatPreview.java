package org.circlekeeper.attendance.web;

import java.util.List;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.terms.Finding;

/**
 * What would come of giving, pausing, moving or ending a seat, shown before anybody does it.
 *
 * @param changes what changes, one sentence each
 * @param against what stands against it
 * @param full whether no seat is free
 */
public record SeatPreview(List<String> changes, List<Against> against, boolean full) {

    /** One thing that stands against it, and what would settle it. */
    public record Against(Tone tone, String says, String remedy, String source, boolean passable) {

        static Against of(Finding finding) {
            return switch (finding.weight()) {
                case ALWAYS_HOLDS -> of(finding, Tone.BAD, false);
                case HOLDS -> of(finding, Tone.WAIT, true);
                case WARNS -> of(finding, Tone.CALM, true);
            };
        }

        private static Against of(Finding finding, Tone tone, boolean passable) {
            return new Against(tone, finding.because().sentence(), finding.remedy(), finding.source(), passable);
        }

        /** Whether a reason is needed to pass it. */
        boolean holds() {
            return tone != Tone.CALM;
        }

        /** What it means for whoever gives the seat, in two words. */
        public String word() {
            return !passable ? "Not possible" : holds() ? "Needs a reason" : "Look at it";
        }
    }

    /** One that only changes sheets. */
    static SeatPreview of(List<String> changes) {
        return new SeatPreview(changes, List.of(), false);
    }

    /** Whether nobody may do it: no seat is free, or something stands that no reason passes. */
    public boolean shut() {
        return full || against.stream().anyMatch(one -> !one.passable());
    }

    /** Whether a person may do it by saying why. */
    public boolean asksWhy() {
        return !shut() && against.stream().anyMatch(Against::holds);
    }
}
