package org.circlekeeper.waitlist;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where a wish for a seat stands. The arrows are here and nowhere else; docs/states/waitlist-entry.mmd is drawn from
 * them. Somebody waits for a seat only once a therapist has decided that they fit.
 */
public enum WaitStatus {
    INQUIRY("new", Column.NEW),
    CONTACTED("contacted", Column.CONTACTED),
    SCREEN_SCHEDULED("to be screened", Column.SCREENING),
    /** Not now: somebody looks again on a day. */
    DEFERRED("not now", Column.SCREENING),
    WAITING("ready for a seat", Column.READY),
    /** A seat is kept for them until a moment. */
    OFFERED("offered a seat", Column.OFFERED),
    /** They said yes; papers and insurance are looked at while the seat is kept. */
    CLEARING("said yes", Column.OFFERED),
    ENROLLED("has the seat", Column.CLOSED),
    /** To a group that is open to whoever comes: they are known there, and no seat is kept. */
    COMES("may come", Column.CLOSED),
    NOT_FIT("not this group", Column.CLOSED),
    WITHDRAWN("withdrew", Column.CLOSED),
    UNREACHABLE("not reached", Column.CLOSED),
    TRANSFERRED("waits for another kind of group", Column.CLOSED);

    private final String onScreen;
    private final Column column;

    WaitStatus(String onScreen, Column column) {
        this.onScreen = onScreen;
        this.column = column;
    }

    /** The columns of the pipeline. */
    public enum Column {
        NEW("New"),
        CONTACTED("Contacted"),
        SCREENING("Screening"),
        READY("Ready"),
        OFFERED("Offered"),
        CLOSED("Placed or closed");

        private final String onScreen;

        Column(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    public String onScreen() {
        return onScreen;
    }

    public Column column() {
        return column;
    }

    public Set<WaitStatus> next() {
        return switch (this) {
            case INQUIRY ->
                EnumSet.of(
                        CONTACTED, SCREEN_SCHEDULED, DEFERRED, WAITING, NOT_FIT, WITHDRAWN, UNREACHABLE, TRANSFERRED);
            case CONTACTED ->
                EnumSet.of(SCREEN_SCHEDULED, DEFERRED, WAITING, NOT_FIT, WITHDRAWN, UNREACHABLE, TRANSFERRED);
            case SCREEN_SCHEDULED, DEFERRED ->
                EnumSet.of(
                        CONTACTED,
                        this == DEFERRED ? SCREEN_SCHEDULED : DEFERRED,
                        WAITING,
                        NOT_FIT,
                        WITHDRAWN,
                        UNREACHABLE,
                        TRANSFERRED);
            case WAITING ->
                EnumSet.of(SCREEN_SCHEDULED, DEFERRED, OFFERED, COMES, NOT_FIT, WITHDRAWN, UNREACHABLE, TRANSFERRED);
            case OFFERED -> EnumSet.of(CLEARING, WAITING, WITHDRAWN, UNREACHABLE);
            case CLEARING -> EnumSet.of(ENROLLED, WAITING, WITHDRAWN);
            case NOT_FIT -> EnumSet.of(CONTACTED, TRANSFERRED);
            case COMES, WITHDRAWN, UNREACHABLE -> EnumSet.of(CONTACTED);
            case ENROLLED, TRANSFERRED -> EnumSet.noneOf(WaitStatus.class);
        };
    }

    /** Whether nobody has anything to do about it any more. */
    public boolean isClosed() {
        return column == Column.CLOSED;
    }

    /** Whether a seat is kept for them. */
    public boolean keepsSeat() {
        return column == Column.OFFERED;
    }

    /** Whether a therapist still has to say what they think. */
    public boolean isUndecided() {
        return this == INQUIRY || this == CONTACTED || this == SCREEN_SCHEDULED || this == DEFERRED;
    }

    /**
     * Where the office may put it by hand. A fit is a therapist's word, a seat comes by an offer, who comes to an open
     * group needs a record, and another kind of group is chosen on a page of its own.
     */
    public List<WaitStatus> byHand(boolean fits) {
        return Arrays.stream(values())
                .filter(next()::contains)
                .filter(to -> to != COMES)
                .filter(to -> to != OFFERED && to != CLEARING && to != ENROLLED && to != NOT_FIT && to != TRANSFERRED)
                .filter(to -> to != WAITING || (fits && !keepsSeat()))
                .filter(_ -> !keepsSeat())
                .toList();
    }
}
