package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.eligibility.Insured.Standing;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Program;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an insurance is asked about anew, and how long an answer is relied upon. */
class DueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final UUID PAYER = UUID.randomUUID();
    private static final PatientId MEMBER = new PatientId(UUID.randomUUID());
    private static final Policy POLICY = new Policy(MEMBER, PAYER, "W1");

    @Test
    void an_insurance_that_was_never_verified_is_due() {
        assertThat(verdict(member(TODAY.plusDays(2)), null).because()).isEqualTo("This insurance was never verified.");
    }

    @Test
    void an_answer_that_holds_on_the_day_of_the_session_is_enough() {
        var good = answer(TODAY.minusDays(10), null);

        assertThat(verdict(member(TODAY.plusDays(2)), good).kind()).isEqualTo(Verdict.Kind.FINE);
    }

    @Test
    void an_answer_of_this_month_says_nothing_of_a_session_in_the_next() {
        var good = answer(TODAY.minusDays(2), null);
        var december = verdict(member(LocalDate.of(2026, 12, 1)), good);

        assertThat(december.kind()).isEqualTo(Verdict.Kind.DUE);
        assertThat(december.because()).startsWith("A new month");
    }

    @Test
    void a_plan_that_counts_anew_is_asked_anew() {
        var reset = answer(TODAY.minusDays(3), TODAY.plusDays(1));
        var verdict = verdict(member(TODAY.plusDays(2)), reset);

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DUE);
        assertThat(verdict.because()).startsWith("The plan counts anew");
    }

    @Test
    void a_payer_that_was_asked_today_is_not_asked_a_second_time_the_same_day() {
        var today = answer(TODAY, null);

        assertThat(verdict(member(LocalDate.of(2026, 12, 1)), today).kind()).isEqualTo(Verdict.Kind.FINE);
    }

    @Test
    void whoever_waits_is_asked_about_only_once_they_agreed() {
        var waits = new Insured(
                MEMBER,
                new PersonName("A", "B"),
                LocalDate.of(1980, 1, 1),
                insurance(Program.COMMERCIAL),
                null,
                Standing.WAITS);

        assertThat(Due.of(waits, known(null, Set.of(), Program.COMMERCIAL)).kind())
                .isEqualTo(Verdict.Kind.NOT_ASKED);
        assertThat(Due.of(waits, known(null, Set.of(MEMBER), Program.COMMERCIAL))
                        .kind())
                .isEqualTo(Verdict.Kind.DUE);
    }

    @Test
    void medicare_is_not_asked_while_no_session_is_near() {
        var accepted = new Insured(
                MEMBER,
                new PersonName("A", "B"),
                LocalDate.of(1980, 1, 1),
                insurance(Program.MEDICARE),
                null,
                Standing.ACCEPTED);

        assertThat(Due.of(accepted, known(null, Set.of(), Program.MEDICARE)).kind())
                .isEqualTo(Verdict.Kind.NOT_ASKED);
    }

    @Test
    void an_answer_ends_with_thirty_days_the_month_the_plan_year_or_the_plan_whichever_is_first() {
        assertThat(good(benefits(null, null), LocalDate.of(2026, 11, 3))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(good(benefits(null, null), LocalDate.of(2027, 1, 1))).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(good(benefits(LocalDate.of(2026, 11, 15), null), LocalDate.of(2026, 11, 3)))
                .isEqualTo(LocalDate.of(2026, 11, 14));
        assertThat(good(benefits(null, LocalDate.of(2026, 11, 9)), LocalDate.of(2026, 11, 3)))
                .isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(good(benefits(null, LocalDate.of(2026, 11, 1)), LocalDate.of(2026, 11, 3)))
                .isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void a_question_of_yesterday_is_late_on_the_eve_of_a_session_and_never_while_none_is_near() {
        var coming = member(TODAY.plusDays(1));
        var nowhere =
                new Insured(MEMBER, coming.name(), coming.birthDate(), coming.insurance(), null, Standing.ACCEPTED);

        assertThat(Due.isLate(coming, underWay())).isTrue();
        assertThat(Due.isLate(member(TODAY.plusDays(2)), underWay())).isFalse();
        assertThat(Due.isLate(nowhere, underWay())).isFalse();
    }

    private static Circumstances underWay() {
        var asked = new LastAsked(QuestionStatus.SENT, "", TODAY.minusDays(1), TODAY, false, 0);
        return new Circumstances(
                TODAY,
                Map.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of(POLICY, asked),
                Map.of(),
                Map.of(PAYER, rules(Program.COMMERCIAL)));
    }

    private static LocalDate good(Benefits benefits, LocalDate day) {
        return Expiry.of(benefits, day, rules(Program.COMMERCIAL)).through();
    }

    private static Verdict verdict(Insured who, @Nullable Answer last) {
        return Due.of(who, known(last, Set.of(), Program.COMMERCIAL));
    }

    private static Insured member(LocalDate session) {
        return new Insured(
                MEMBER,
                new PersonName("A", "B"),
                LocalDate.of(1980, 1, 1),
                insurance(Program.COMMERCIAL),
                new Insured.Coming(new SessionId(UUID.randomUUID()), session, "Circle", "11", TODAY.minusYears(1)),
                Standing.MEMBER);
    }

    private static Insured.Insurance insurance(Program program) {
        return new Insured.Insurance(PAYER, "Payer", "P1", program, "P", "W1", "18", null);
    }

    private static Circumstances known(@Nullable Answer last, Set<PatientId> agreed, Program program) {
        return new Circumstances(
                TODAY,
                Map.of(),
                agreed,
                Set.of(),
                last == null ? Map.of() : Map.of(POLICY, last),
                Map.of(),
                Map.of(),
                Map.of(PAYER, rules(program)));
    }

    private static PayerRules rules(Program program) {
        return PayerRules.on(program, "IL", "P1", ProcedureCode.GROUP_PSYCHOTHERAPY, TODAY);
    }

    private static Answer answer(LocalDate day, @Nullable LocalDate resets) {
        var benefits = benefits(resets, null);
        var heard = new Answer.Heard(How.PORTAL, day, Instant.parse(day + "T15:00:00Z"), "Rosa", "", "", null, 0);
        return new Answer(
                UUID.randomUUID(),
                POLICY,
                heard,
                benefits,
                Expiry.of(benefits, day, rules(Program.COMMERCIAL)),
                List.of(),
                List.of());
    }

    private static Benefits benefits(@Nullable LocalDate resets, @Nullable LocalDate ends) {
        return new Benefits(
                EligibilityStatus.ACTIVE,
                Covered.YES,
                null,
                null,
                null,
                null,
                null,
                AuthorizationNeed.NO,
                "",
                null,
                null,
                ends,
                resets,
                "");
    }
}
