package org.circlekeeper.intake;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.forms.FormId;

/**
 * Decides whether somebody has acknowledged what the practice charges, for absences too: a fee for one that was missed
 * rests on a policy in writing that they knew before (CMS Medicare Claims Processing Manual ch. 1, 30.3.13). Pure.
 */
final class FeePolicy {

    /** The paper in which it stands. */
    static final FormId FORM = new FormId("fees-and-absences");

    private FeePolicy() {}

    /** Whether a signed one holds on that day, in whatever version, or a person let it pass. */
    static boolean isAcknowledged(List<Paper> known, LocalDate day) {
        return known.stream()
                .filter(paper -> paper.form().equals(FORM))
                .anyMatch(paper ->
                        paper.status() == PaperStatus.WAIVED || paper.status().isThere() && paper.holdsOn(day));
    }
}
