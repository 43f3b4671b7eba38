package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands between a member and visits that a plan pays for.
 *
 * @param policy the insurance it is about; null when it is about none, or about which of several pays first
 * @param payer its name; empty without one
 * @param day the day of the next session, or today when none is near
 * @param because the sentence, with its evidence; it names no member
 * @param answered whether a payer's answer says so: then an answer that turns brings it back
 * @param around what else has a say in what may be agreed
 */
public record CoverageGap(
        Kind kind,
        PayerClass payerClass,
        @Nullable Policy policy,
        String payer,
        LocalDate day,
        Because because,
        boolean answered,
        Around around) {

    /** Stands between the numbers of several insurances. */
    private static final String APART = "+";

    public CoverageGap(
            Kind kind,
            PayerClass payerClass,
            @Nullable Policy policy,
            String payer,
            LocalDate day,
            Because because,
            boolean answered) {
        this(kind, payerClass, policy, payer, day, because, answered, Around.NOTHING);
    }

    /**
     * What else has a say in what may be agreed about it.
     *
     * @param beside the other payers in force: nothing is agreed privately that one of them does not let them
     * @param share what the plan says that they pay a visit; null where it does not say it in dollars
     * @param several of which insurances it is not known which pays first; none of other gaps
     * @param toCorrect whether the order on file is wrong for sure: then no talk settles it
     */
    public record Around(List<Beside> beside, @Nullable Money share, List<Policy> several, boolean toCorrect) {

        static final Around NOTHING = new Around(List.of(), null, List.of(), false);

        public Around {
            beside = List.copyOf(beside);
            several = List.copyOf(several);
        }
    }

    /**
     * Another payer in force.
     *
     * @param kind what is missing there; null when it may be expected to pay
     */
    public record Beside(
            String payer, PayerClass payerClass, @Nullable Kind kind) {}

    /** What is missing. */
    public enum Kind {
        NO_INSURANCE("No insurance"),
        KEPT_FROM_PLAN("Kept from their plan"),
        WITHHELD("Consent missing"),
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
                + insurance().map(CoverageGap::number).orElseGet(() -> numbers().isEmpty() ? "none" : numbers());
    }

    /** The insurances of which it is not known which pays first, whatever their order; empty of other gaps. */
    String numbers() {
        return around.several().stream().map(CoverageGap::number).sorted().collect(Collectors.joining(APART));
    }

    private static String number(Policy policy) {
        return number(policy.payer(), policy.memberId());
    }

    private static String number(UUID payer, String memberId) {
        return payer + ":" + memberId;
    }

    /** Whether an insurance is one of those that {@link #numbers()} has put together. */
    static boolean isAmong(UUID payer, String memberId, String numbers) {
        return (APART + numbers + APART).contains(APART + number(payer, memberId) + APART);
    }

    CoverageGap with(Around more) {
        return new CoverageGap(kind, payerClass, policy, payer, day, because, answered, more);
    }

    public Optional<Policy> insurance() {
        return Optional.ofNullable(policy);
    }

    /** The payer it is about. */
    public Optional<UUID> payerId() {
        return insurance().map(Policy::payer);
    }
}
