package org.circlekeeper.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.claims.DisclosureCheck.Withheld;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * One member's seat in one session with everything that billing looks at, gathered in a few questions.
 *
 * @param recordedBy who said so; null while nobody has
 * @param insurance what covers the day, or what had ended last before it
 * @param planFrom the first day of the earliest treatment plan that has not ended by the day
 * @param secondThatDay whether the member was in another group earlier on the day
 * @param claim the claim that stands for this visit now
 */
record Visit(
        UUID encounter,
        Meeting meeting,
        Member member,
        Presence presence,
        @Nullable String recordedBy,
        @Nullable Integer minutes,
        @Nullable Insurance insurance,
        List<String> diagnoses,
        boolean noteSigned,
        @Nullable LocalDate planFrom,
        @Nullable Authorized authorization,
        boolean secondThatDay,
        Set<Withheld> withheld,
        @Nullable Standing claim) {

    Visit {
        diagnoses = List.copyOf(diagnoses);
        withheld = Set.copyOf(withheld);
    }

    /**
     * The session: closed when somebody has said of everyone whether they came. {@code heads} counts all who came,
     * {@code leading} all who led; it is over when its end has come, which may be after it was closed. Place of
     * service, and whether the member was only heard, are the member's own.
     */
    record Meeting(
            SessionId id,
            LocalDate day,
            boolean takesPlace,
            boolean closed,
            int heads,
            String group,
            ProcedureCode code,
            String placeOfService,
            boolean heardOnly,
            Leader leader,
            int leading,
            boolean over) {

        /** One that is over, and that a single leader led, as far as is known. */
        Meeting(
                SessionId id,
                LocalDate day,
                boolean takesPlace,
                boolean closed,
                int heads,
                String group,
                ProcedureCode code,
                String placeOfService,
                boolean heardOnly,
                Leader leader) {
            this(id, day, takesPlace, closed, heads, group, code, placeOfService, heardOnly, leader, 1, true);
        }

        Meeting with(int people, int leaders) {
            return new Meeting(
                    id, day, takesPlace, closed, people, group, code, placeOfService, heardOnly, leader, leaders, over);
        }

        /** As a member had it who was elsewhere, or who was only heard. */
        Meeting at(@Nullable String elsewhere, boolean heard) {
            var place = elsewhere == null ? placeOfService : elsewhere;
            return elsewhere == null && !heard
                    ? this
                    : new Meeting(id, day, takesPlace, closed, heads, group, code, place, heard, leader, leading, over);
        }

        /** As it stands before its end, or after. */
        Meeting over(boolean ended) {
            return new Meeting(
                    id, day, takesPlace, closed, heads, group, code, placeOfService, heardOnly, leader, leading, ended);
        }
    }

    record Leader(PractitionerId id, PersonName name, Npi npi, String taxonomy) {}

    /** As the patient's record has it; parts of the address may be empty. */
    record Member(
            UUID id,
            PersonName name,
            @Nullable LocalDate birthDate,
            String sex,
            String line,
            String line2,
            String city,
            String state,
            String zip) {}

    /** {@code subscriberLast} is empty when the member is the subscriber. */
    record Insurance(
            UUID id,
            UUID payer,
            String payerName,
            String payerId,
            String filingCode,
            String rank,
            String memberId,
            String groupNumber,
            String relationship,
            String subscriberFirst,
            String subscriberLast,
            @Nullable LocalDate lastDay) {

        boolean covers(LocalDate day) {
            return lastDay == null || !lastDay.isBefore(day);
        }
    }

    /**
     * A prior authorization of the payer that covers the day; {@code used} counts other visits that have a unit of it,
     * {@code taken} says whether this one has.
     */
    record Authorized(String number, int units, int used, boolean taken) {}

    /**
     * A claim as it stands: {@code digest} tells whether anything about it has changed, {@code authorization} with what
     * number it was prepared.
     */
    record Standing(
            ClaimId id,
            String number,
            ClaimStatus status,
            int revision,
            String digest,
            @Nullable String authorization,
            @Nullable Reason reason) {}

    /** A person's reason to file past the rules that stood when it was given, at the payer of then. */
    record Reason(@Nullable UUID payer, Set<String> codes) {

        Reason {
            codes = Set.copyOf(codes);
        }

        boolean passes(Finding finding, @Nullable Insurance insurance) {
            return FindingCode.isLiftable(finding)
                    && codes.contains(finding.code())
                    && insurance != null
                    && insurance.payer().equals(payer);
        }
    }

    Visit withheld(Set<Withheld> reasons) {
        return new Visit(
                encounter,
                meeting,
                member,
                presence,
                recordedBy,
                minutes,
                insurance,
                diagnoses,
                noteSigned,
                planFrom,
                authorization,
                secondThatDay,
                reasons,
                claim);
    }

    /** The same visit among those who came. */
    Visit among(int heads, int leading, boolean notTheFirst) {
        return new Visit(
                encounter,
                meeting.with(heads, leading),
                member,
                presence,
                recordedBy,
                minutes,
                insurance,
                diagnoses,
                noteSigned,
                planFrom,
                authorization,
                notTheFirst,
                withheld,
                claim);
    }

    /** Somebody said, by name, that the member was in the room of a session that took place. */
    boolean came() {
        return presence.came() && recordedBy != null && meeting.takesPlace();
    }
}
