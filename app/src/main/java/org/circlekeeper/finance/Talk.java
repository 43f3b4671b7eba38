package org.circlekeeper.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * One talk about money, as it was written down. It is never changed: a later one about the same gap takes its place.
 *
 * @param about the gap as it stood
 * @param recordedBy who wrote it down
 */
public record Talk(UUID id, PatientId patient, About about, Said said, String recordedBy, Instant recordedAt) {

    /**
     * What it was about.
     *
     * @param payer null when it was about no one insurance
     * @param memberId the number with the payer; where it was about several, all of them with their payers
     * @param because the sentence that stood there
     */
    public record About(
            Kind kind, PayerClass payerClass, @Nullable UUID payer, String memberId, String because) {

        static About of(CoverageGap gap) {
            var policy = gap.policy();
            return new About(
                    gap.kind(),
                    gap.payerClass(),
                    policy == null ? null : policy.payer(),
                    policy == null ? gap.numbers() : policy.memberId(),
                    gap.because().sentence());
        }

        boolean isOf(InForce insurance) {
            return insurance.payer().equals(payer) && insurance.memberId().equals(memberId);
        }

        boolean isOf(Policy policy) {
            return policy.payer().equals(payer) && policy.memberId().equals(memberId);
        }

        /** Whether it was about several insurances, and this is one of them. */
        boolean isAmong(InForce insurance) {
            return CoverageGap.isAmong(insurance.payer(), insurance.memberId(), memberId);
        }

        /** As {@link CoverageGap#key()} has it. */
        public String key() {
            return kind + ":" + (payer != null ? payer + ":" + memberId : memberId.isEmpty() ? "none" : memberId);
        }
    }

    /**
     * What somebody says of it.
     *
     * @param on the day of the talk
     * @param by who of the practice talked
     * @param with with whom: the member, or who acts for them
     * @param amount what they pay a session; null where nothing is agreed
     * @param basis the paper or decision that it rests on; empty where it rests on none
     * @param optOut who opted out of the program; null where nobody has to
     */
    public record Said(
            LocalDate on,
            String by,
            String with,
            TalkWay how,
            Outcome outcome,
            @Nullable Money amount,
            String basis,
            String note,
            @Nullable OptOut optOut) {

        public Said(
                LocalDate on,
                String by,
                String with,
                TalkWay how,
                Outcome outcome,
                @Nullable Money amount,
                String basis,
                String note) {
            this(on, by, with, how, outcome, amount, basis, note, null);
        }
    }

    /** Who leads and opted out of the program, and since which day (42 CFR 405.400 and after). */
    public record OptOut(PractitionerId leader, LocalDate since) {}
}
