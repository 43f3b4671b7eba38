package org.circlekeeper.coverage;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a request for an authorization stands. The arrows are here and nowhere else;
 * docs/states/authorization-request.mmd is drawn from them. What a payer certified has an authorization, and no other
 * has.
 */
public enum AskingStatus {
    TO_ASK("to be asked"),
    ASKED("asked"),
    /** The payer has it and has not decided: HCR01 A4. */
    PENDED("waits for the payer"),
    /** All that was asked for: HCR01 A1. */
    APPROVED("approved"),
    /** Something else than what was asked for: HCR01 A6. */
    MODIFIED("approved with changes"),
    /** Some of it: HCR01 A2. */
    PARTIAL("approved in part"),
    /** HCR01 A3. */
    DENIED("denied"),
    APPEALED("appealed"),
    /** The payer wants none: HCR01 NA. */
    NOT_NEEDED("not needed"),
    WITHDRAWN("withdrawn");

    private final String onScreen;

    AskingStatus(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    /**
     * A request that came back unread is to be asked again; a decision that was written down by mistake is taken back.
     */
    public Set<AskingStatus> next() {
        return switch (this) {
            case TO_ASK -> EnumSet.of(ASKED, WITHDRAWN);
            case ASKED -> EnumSet.of(TO_ASK, PENDED, APPROVED, MODIFIED, PARTIAL, DENIED, NOT_NEEDED, WITHDRAWN);
            case PENDED -> EnumSet.of(TO_ASK, APPROVED, MODIFIED, PARTIAL, DENIED, NOT_NEEDED, WITHDRAWN);
            case APPEALED -> EnumSet.of(APPROVED, MODIFIED, PARTIAL, DENIED, WITHDRAWN);
            case DENIED -> EnumSet.of(ASKED, APPEALED);
            case APPROVED, NOT_NEEDED -> EnumSet.of(ASKED);
            case MODIFIED, PARTIAL -> EnumSet.of(ASKED, APPEALED);
            case WITHDRAWN -> EnumSet.noneOf(AskingStatus.class);
        };
    }

    /** Whether the payer has to decide. */
    public boolean waitsForPayer() {
        return this == ASKED || this == PENDED || this == APPEALED;
    }

    /** Whether somebody has something to do about it, here or at the payer's. */
    public boolean isOpen() {
        return this == TO_ASK || waitsForPayer();
    }

    /** Whether an authorization comes of it. */
    public boolean certifies() {
        return this == APPROVED || this == MODIFIED || this == PARTIAL;
    }
}
