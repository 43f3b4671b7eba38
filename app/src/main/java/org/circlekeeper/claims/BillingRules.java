package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.Enrolment;
import org.circlekeeper.practice.FormerRecords;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.roster.FeeSchedule;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/** Everything beyond the visit itself that decides whether it may be billed: the practice, its rules, the payers'. */
record BillingRules(
        Practice practice,
        List<Practitioner> practitioners,
        List<Payers.Fee> fees,
        FeeSchedule ownFees,
        List<Enrolment> enrolments,
        List<OwnRule> ownRules,
        @Nullable FormerRecords formerRecords) {

    /** Those of a practice whose kinds and groups charge nothing of their own. */
    BillingRules(
            Practice practice,
            List<Practitioner> practitioners,
            List<Payers.Fee> fees,
            List<Enrolment> enrolments,
            List<OwnRule> ownRules,
            @Nullable FormerRecords formerRecords) {
        this(practice, practitioners, fees, FeeSchedule.NONE, enrolments, ownRules, formerRecords);
    }

    /** What is known of a leader with a payer on a day. */
    enum Enrolled {
        YES,
        NO,
        UNKNOWN
    }

    PayerRules of(Visit.Insurance insurance, Visit.Meeting meeting) {
        return PayerRules.on(
                Program.of(insurance.filingCode()),
                practice.address().state(),
                insurance.payerId(),
                meeting.code(),
                meeting.day());
    }

    /** What a session costs on its day: the group's own fee before its kind's, and either before the practice's. */
    Money fee(Visit.Meeting meeting) {
        var of = meeting.of();
        return Optional.ofNullable(of)
                .flatMap(known -> ownFees.on(known.group(), known.type(), meeting.day()))
                .orElseGet(() -> fee(meeting.code(), meeting.day()));
    }

    /** The practice's fee of the day: the schedule is ordered newest first. */
    private Money fee(ProcedureCode code, LocalDate day) {
        for (var fee : fees) {
            if (fee.code().equals(code) && !fee.from().isAfter(day)) {
                return fee.charge();
            }
        }
        return Money.ZERO;
    }

    /** What was recorded last about the day counts; enrolled at other times only means not on this day. */
    Enrolled enrolled(Visit.Leader leader, UUID payer, LocalDate day) {
        var found = Enrolled.UNKNOWN;
        for (var enrolment : enrolments) {
            boolean about = enrolment.practitioner().equals(leader.id())
                    && enrolment.payer().equals(payer)
                    && enrolment.billingNpi().equals(practice.npi());
            if (about && enrolment.days().includes(day)) {
                found = enrolment.enrolled() ? Enrolled.YES : Enrolled.NO;
            } else if (about && enrolment.enrolled() && found == Enrolled.UNKNOWN) {
                found = Enrolled.NO;
            }
        }
        return found;
    }

    /** The practice's own rule about a payer on a day; one for this payer stands before one for all. */
    Optional<OwnRule> own(OwnRule.Kind kind, UUID payer, LocalDate day) {
        return own(kind, payer, day, 1);
    }

    /** The same when so many lead; of two rules about a payer, the one for more leaders. */
    Optional<OwnRule> own(OwnRule.Kind kind, UUID payer, LocalDate day, int leading) {
        OwnRule found = null;
        for (var rule : ownRules) {
            boolean applies = rule.kind() == kind && rule.days().includes(day) && rule.isFor(leading);
            if (applies && isNearer(rule, found, payer)) {
                found = rule;
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isNearer(OwnRule rule, @Nullable OwnRule found, UUID payer) {
        boolean own = payer.equals(rule.payer());
        if (!own && rule.payer() != null) {
            return false;
        }
        if (found == null || own && found.payer() == null) {
            return true;
        }
        return own == (found.payer() != null) && rule.standsBefore(found);
    }

    boolean formerRecordsHoldPlanOf(LocalDate day) {
        return formerRecords != null && formerRecords.holdsPlansOf(day);
    }

    /** Null when neither the practice nor the payer's rules name a day. */
    @Nullable
    LocalDate lastDayToFile(Visit.Insurance insurance, Visit.Meeting meeting) {
        return own(OwnRule.Kind.TIMELY_FILING, insurance.payer(), meeting.day())
                .map(rule -> meeting.day().plusDays(rule.amount()))
                .orElseGet(() -> of(insurance, meeting).lastDayToFile(meeting.day()));
    }

    /** The clinician who is the practice: enrolled and paid as a person, under one NPI. */
    Optional<Practitioner> solo() {
        boolean alone = practice.profile() == Practice.Profile.SOLO || practitioners.size() == 1;
        for (var practitioner : practitioners) {
            if (alone && practitioner.npi().equals(practice.npi())) {
                return Optional.of(practitioner);
            }
        }
        return Optional.empty();
    }
}
