package org.circlekeeper.claims;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a claim is. The arrows are here and nowhere else; docs/states/claim.mmd is drawn from them. */
public enum ClaimStatus {
    /** Something holds it. */
    HELD("held"),
    /** Nothing holds it; it goes with the next file. */
    READY("ready"),
    /** In a file that has not left yet. */
    BATCHED("filed, not sent yet"),
    /** Its file has left; no answer yet. */
    SENT("sent"),
    /** The payer has taken it in. */
    ACCEPTED("accepted"),
    /** Turned back before the payer judged it. */
    REJECTED("came back"),
    /** Paid, as far as the payer pays. */
    PAID("paid"),
    /** The payer paid nothing. */
    DENIED("denied"),
    /** The payer was asked to look again. */
    APPEALED("appealed"),
    /** Withdrawn before it left, or taken back after. */
    VOIDED("withdrawn"),
    /** Nothing more will happen. */
    CLOSED("closed");

    private final String onScreen;

    ClaimStatus(String onScreen) {
        this.onScreen = onScreen;
    }

    public String onScreen() {
        return onScreen;
    }

    /** As JSON writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ClaimStatus> read(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    public Set<ClaimStatus> next() {
        return switch (this) {
            case HELD -> EnumSet.of(READY, VOIDED);
            case READY -> EnumSet.of(HELD, BATCHED, VOIDED);
            case BATCHED -> EnumSet.of(READY, SENT);
            case SENT -> EnumSet.of(ACCEPTED, REJECTED, PAID, DENIED, VOIDED);
            case ACCEPTED -> EnumSet.of(REJECTED, PAID, DENIED, VOIDED);
            case REJECTED -> EnumSet.of(HELD, READY, VOIDED, CLOSED);
            case PAID -> EnumSet.of(VOIDED, CLOSED);
            case DENIED -> EnumSet.of(READY, APPEALED, VOIDED, CLOSED);
            case APPEALED -> EnumSet.of(PAID, DENIED, VOIDED, CLOSED);
            case VOIDED, CLOSED -> EnumSet.noneOf(ClaimStatus.class);
        };
    }

    /** Whether it is in no file yet: what holds it may still change, and it may be withdrawn. */
    public boolean isUnfiled() {
        return this == HELD || this == READY;
    }
}
