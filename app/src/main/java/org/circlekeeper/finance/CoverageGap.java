package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.terms.Because;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands between a member and visits that a plan pays for.
 *
 * @param policy the insurance it is about; null when it is about none, or about which of several pays first
 * @param payer its name; empty without one
 * @param day the day of the next session, or today when none is near
 * @param because the sentence, with its evidence; it names no member
 * @param answered whether a payer's answer says so: then an answer that turns brings it back
 */
public record CoverageGap(
        Kind kind,
        PayerClass payerClass,
        @Nullable Policy policy,
        String payer,
        LocalDate day,
        Because because,
        boolean answered) {

    /** What is missing. */
    public enum Kind {
        NO_INSURANCE("No insurance"),
        KEPT_FROM_PLAN("Kept from their plan"),
        NOT_ACTIVE("Not active"),
        NOT_COVERED("Not covered"),
        NOT_KNOWN("Not known"),
        AMBIGUOUS("Two answers in one"),
        VISITS_USED("No visits left"),
        NOT_AUTHORIZED("Authorization missing"),
        CARVED_OUT("Another company pays"),
        OTHER_INSURANCE("More than one insurance");

        private final String onScreen;

        Kind(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    /** Every gap of one member, those of the insurance that pays first before others. Pure. */
    public static List<CoverageGap> of(Situation known) {
        return new GapsOfMember(known).all();
    }

    /** What tells it from the other gaps of the member, as in {@code NOT_COVERED:payer:member id}. */
    public String key() {
        return kind + ":"
                + insurance().map(one -> one.payer() + ":" + one.memberId()).orElse("none");
    }

    public Optional<Policy> insurance() {
        return Optional.ofNullable(policy);
    }

    /** The payer it is about. */
    public Optional<UUID> payerId() {
        return insurance().map(Policy::payer);
    }
}
