package org.circlekeeper.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.terms.TaxId;

/** An estimate for an invented member, of a group that meets each Wednesday at sixty dollars. */
final class AnEstimate {

    static final PractitionerId LEADER = new PractitionerId(UUID.fromString("00000000-0000-7000-8000-00000000000a"));
    static final LocalDate FIRST = LocalDate.of(2027, 1, 6);
    static final Money FEE = Money.dollars("60");

    private AnEstimate() {}

    /** So many Wednesdays. */
    static List<LocalDate> wednesdays(int count) {
        return Stream.iterate(FIRST, day -> day.plusDays(7)).limit(count).toList();
    }

    /** Given on the Monday before its first session. */
    static Estimate given(List<LocalDate> days, Money fee) {
        var at = Instant.parse("2027-01-04T15:00:00Z");
        var giving = new Estimate.Giving(
                LocalDate.of(2027, 1, 4), Estimate.Way.HANDED, "the member", "Rosa Diaz", "Rosa Diaz", at);
        return new Estimate(
                UUID.randomUUID(),
                ALine.PATIENT,
                new GroupId(UUID.fromString("00000000-0000-7000-8000-00000000000b")),
                EstimateReason.SCHEDULED,
                null,
                contents(List.of(), new GroupEstimate(days, fee)),
                "Rosa Diaz",
                at,
                List.of(giving));
    }

    static EstimateContents contents(List<DiagnosisCode> diagnoses, GroupEstimate sessions) {
        return new EstimateContents(
                "Person Of",
                LocalDate.of(1980, 1, 1),
                "Group therapy",
                ProcedureCode.GROUP_PSYCHOTHERAPY,
                diagnoses,
                sessions,
                new EstimateContents.Provider(
                        LEADER,
                        "Dana Whitfield, LCSW",
                        new Npi("1101408916"),
                        new TaxId("987650001"),
                        "Any Practice, 1 Main St, Springfield, IL 627011234"));
    }
}
