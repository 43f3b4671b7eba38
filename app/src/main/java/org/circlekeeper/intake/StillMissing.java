package org.circlekeeper.intake;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.forms.Need;

/** Decides which papers that a seat asks for do not stand with its member yet. Pure. */
final class StillMissing {

    private StillMissing() {}

    /** Of the papers asked for, those that none of the known ones settles on that day. */
    static List<Asked> of(List<Paper> known, List<Asked> asked, LocalDate today) {
        return asked.stream()
                .filter(one -> standing(known, one)
                        .filter(paper -> paper.completes(today) && !isDeclinedAndRequired(paper, one))
                        .isEmpty())
                .toList();
    }

    /** The paper of just this form and version that stands or lies open, a settled one before the rest. */
    static Optional<Paper> standing(List<Paper> known, Asked asked) {
        return known.stream()
                .filter(paper -> paper.form().equals(asked.form())
                        && paper.version() == asked.version()
                        && !paper.status().isOver())
                .min(Comparator.comparing((Paper paper) -> !paper.status().completes()));
    }

    /** Whether it was offered so far, and is required here. */
    static boolean isToBeRaised(Paper paper, Asked asked) {
        return paper.need() == Need.OFFERED && asked.need() == Need.REQUIRED;
    }

    private static boolean isDeclinedAndRequired(Paper paper, Asked asked) {
        return paper.status() == PaperStatus.DECLINED && isToBeRaised(paper, asked);
    }
}
