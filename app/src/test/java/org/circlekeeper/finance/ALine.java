package org.circlekeeper.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.AskingCheck;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.eligibility.How;
import org.circlekeeper.eligibility.Insured;
import org.circlekeeper.eligibility.Latest;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.eligibility.Verdict;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.Program;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;

/** Lines of one invented member who comes for the first time on Wednesday. */
final class ALine {

    static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
    static final PatientId PATIENT = new PatientId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    static final UUID PAYER = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private ALine() {}

    /** An active plan that covers group therapy, inside the network. */
    static Benefits fine() {
        return benefits(EligibilityStatus.ACTIVE, Covered.YES, null, AuthorizationNeed.NO, null);
    }

    static Benefits benefits(
            EligibilityStatus status,
            Covered covered,
            @Nullable Integer visitsLeft,
            AuthorizationNeed need,
            Benefits.@Nullable CarveOut carveOut) {
        return new Benefits(
                status, covered, null, null, null, null, visitsLeft, need, "Y", carveOut, null, null, null, "");
    }

    static Listed uninsured() {
        return line(null, null);
    }

    static Listed of(Program program, @Nullable Benefits benefits) {
        return of(PAYER, "A Plan", program, benefits);
    }

    static Listed of(UUID payer, String name, Program program, @Nullable Benefits benefits) {
        var insurance = new Insured.Insurance(payer, name, "P1", program, "P", "M1", "18", null);
        return line(insurance, benefits == null ? null : answer(payer, benefits, NOW));
    }

    static Answer answer(UUID payer, Benefits benefits, Instant at) {
        return new Answer(
                UUID.randomUUID(),
                new Policy(PATIENT, payer, "M1"),
                new Answer.Heard(How.PORTAL, LocalDate.of(2026, 11, 23), at, "Rosa Diaz", "", "", null, 0),
                benefits,
                new Answer.Good(LocalDate.of(2026, 11, 30), "its month"),
                List.of(),
                List.of());
    }

    /** One about whom no payer may be asked, for that reason. */
    static Listed notAsked(Program program, AskingCheck.Reason why) {
        var line = of(program, null);
        return new Listed(line.who(), null, Verdict.withheld(why), line.day(), false, false);
    }

    private static Listed line(Insured.@Nullable Insurance insurance, @Nullable Answer answer) {
        var who = new Insured(
                PATIENT,
                new PersonName("Person", "Of"),
                LocalDate.of(1980, 1, 1),
                insurance,
                new Insured.Coming(new SessionId(UUID.randomUUID()), WEDNESDAY, "Circle", "11", WEDNESDAY),
                Insured.Standing.MEMBER);
        return new Listed(
                who,
                answer == null ? null : new Latest(answer, null),
                new Verdict(Verdict.Kind.DUE, "This insurance was never verified."),
                WEDNESDAY,
                false,
                false);
    }

    static List<CoverageGap> gaps(Listed... lines) {
        return CoverageGap.of(new Situation(List.of(lines), Set.of(), Set.of(), false, NOW));
    }
}
