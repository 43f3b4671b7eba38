package org.circlekeeper.intake;

import java.util.EnumSet;
import java.util.Set;

/**
 * How one paper of one member stands. The arrows are here and nowhere else; docs/states/paper.mmd is drawn from them.
 * What was signed is never unsigned: it is withdrawn, runs out, or a newer version takes its place.
 */
public enum PaperStatus {
    TO_DO("to do"),
    /** Something was answered and kept. */
    STARTED("begun"),
    /** One of two guardians has signed. */
    WAITING_FOR_SECOND("one of two signed"),
    /** Filled in; nothing to sign. */
    DONE("filled in"),
    SIGNED("signed"),
    /** Signed on paper, which was scanned. */
    ON_PAPER("on paper"),
    /** Offered, and not wanted. */
    DECLINED("declined"),
    /** A person of the practice let it pass, with a reason. */
    WAIVED("waived"),
    /** Whoever was to sign does not. */
    REFUSED("refused"),
    WITHDRAWN("withdrawn"),
    RAN_OUT("ran out"),
    /** A newer version was given. */
    REPLACED("replaced");

    private final String onScreen;

    PaperStatus(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    public Set<PaperStatus> next() {
        return switch (this) {
            case TO_DO ->
                EnumSet.of(STARTED, WAITING_FOR_SECOND, DONE, SIGNED, ON_PAPER, DECLINED, WAIVED, REFUSED, REPLACED);
            case STARTED -> EnumSet.of(WAITING_FOR_SECOND, DONE, SIGNED, ON_PAPER, DECLINED, WAIVED, REFUSED, REPLACED);
            case WAITING_FOR_SECOND -> EnumSet.of(SIGNED, ON_PAPER, WAIVED, REFUSED, WITHDRAWN, REPLACED);
            case DONE -> EnumSet.of(RAN_OUT, REPLACED);
            case SIGNED, ON_PAPER -> EnumSet.of(WITHDRAWN, RAN_OUT, REPLACED);
            case DECLINED, REFUSED -> EnumSet.of(TO_DO, SIGNED, DONE, ON_PAPER, WAIVED, REPLACED);
            case WAIVED -> EnumSet.of(TO_DO, DONE, SIGNED, ON_PAPER, REPLACED);
            case WITHDRAWN, RAN_OUT, REPLACED -> EnumSet.noneOf(PaperStatus.class);
        };
    }

    /** Whether the member has something to do about it. */
    public boolean isOpen() {
        return this == TO_DO || this == STARTED || this == WAITING_FOR_SECOND;
    }

    /** Whether a packet counts it as settled. */
    public boolean completes() {
        return this == DONE || this == SIGNED || this == ON_PAPER || this == DECLINED || this == WAIVED;
    }

    /** Whether it was filled in or signed: only such a one takes an older one's place. */
    public boolean isThere() {
        return this == DONE || this == SIGNED || this == ON_PAPER;
    }

    /** Whether it is over for good; another paper may stand in its place. */
    public boolean isOver() {
        return this == WITHDRAWN || this == RAN_OUT || this == REPLACED;
    }
}
