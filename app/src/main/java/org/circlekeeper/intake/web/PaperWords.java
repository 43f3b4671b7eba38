package org.circlekeeper.intake.web;

import java.time.LocalDate;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.intake.Paper;

/** How papers are told on screen. Pure. */
final class PaperWords {

    /** So many days before its last one a paper is shown as running out. */
    private static final int SOON = 30;

    private PaperWords() {}

    static Tone tone(Paper paper, LocalDate today) {
        return switch (paper.status()) {
            case DONE, SIGNED, ON_PAPER -> paper.holdsOn(today) ? soon(paper, today) : Tone.BAD;
            case DECLINED, WAIVED -> Tone.CALM;
            case TO_DO, STARTED, WAITING_FOR_SECOND -> Tone.WAIT;
            case REFUSED, WITHDRAWN, RAN_OUT -> Tone.BAD;
            case REPLACED -> Tone.NONE;
        };
    }

    private static Tone soon(Paper paper, LocalDate today) {
        return runsOutSoon(paper, today) ? Tone.WAIT : Tone.GOOD;
    }

    static boolean runsOutSoon(Paper paper, LocalDate today) {
        var until = paper.until();
        return until != null
                && paper.status().completes()
                && paper.holdsOn(today)
                && until.isBefore(today.plusDays(SOON));
    }

    /** As in {@code signed, until Nov 30}. */
    static String standing(Paper paper, LocalDate today) {
        var until = paper.until();
        var replacing = paper.replacing();
        var word = paper.status().onScreen();
        if (until != null && paper.status().completes()) {
            return word + (until.isBefore(today) ? ", ran out " : ", until ") + Words.day(until);
        }
        return replacing != null && replacing.due() != null && paper.status().isOpen()
                ? word + ", by " + Words.day(replacing.due())
                : word;
    }
}
