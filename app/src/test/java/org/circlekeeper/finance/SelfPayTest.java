package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.finance.SelfPay.Claim;
import org.circlekeeper.finance.SelfPay.Known;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.FeeSchedule;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.OwnFee;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who pays for visits themselves, and how much. */
class SelfPayTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TODAY = MONDAY.plusDays(7);
    private static final InForce PLAN = new InForce(ALine.PAYER, "M1", Program.COMMERCIAL);
    private static final Group GROUP = new Group(
            new GroupId(UUID.randomUUID()),
            "Circle",
            UUID.randomUUID(),
            "Process",
            ProcedureCode.GROUP_PSYCHOTHERAPY,
            false,
            0,
            null,
            12,
            new PractitionerId(UUID.randomUUID()),
            DateRange.from(LocalDate.of(2026, 1, 1)),
            null,
            "");
    private static final List<Payers.Fee> OF_PRACTICE = List.of(
            new Payers.Fee(ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.of(2027, 1, 1), Money.dollars("95")),
            new Payers.Fee(ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.of(2026, 1, 1), Money.dollars("90")));
    private static final Charges FEES = new Charges(OF_PRACTICE, FeeSchedule.NONE);

    @Test
    void whoever_has_no_insurance_does_and_from_the_day_after_it_ended() {
        assertThat(SelfPay.of(new Known(TODAY, List.of(), null, null, List.of(), Agreements.NONE)))
                .isPresent();
        assertThat(SelfPay.of(new Known(TODAY, List.of(), MONDAY, null, List.of(), Agreements.NONE)))
                .map(SelfPay::since)
                .contains(MONDAY.plusDays(1));
    }

    @Test
    void of_whom_a_plan_pays_for_does_not() {
        assertThat(insured(Program.COMMERCIAL, false, null)).isEmpty();
        assertThat(insured(Program.COMMERCIAL, false, new Claim(MONDAY, true))).isEmpty();
    }

    @Test
    void who_wants_no_claim_or_keeps_it_from_their_plan_does() {
        assertThat(insured(Program.COMMERCIAL, false, new Claim(MONDAY, false)))
                .map(SelfPay::since)
                .contains(MONDAY);
        assertThat(insured(Program.COMMERCIAL, true, null))
                .as("from the day on which they asked for it")
                .map(SelfPay::since)
                .contains(MONDAY);
    }

    @Test
    void the_rule_does_not_reach_federal_programs() {
        for (var program : List.of(Program.MEDICARE, Program.MEDICARE_ADVANTAGE, Program.MEDICAID, Program.TRICARE)) {
            assertThat(insured(program, true, new Claim(MONDAY, false)))
                    .as(program.name())
                    .isEmpty();
        }
    }

    @Test
    void who_agreed_on_a_fee_does_until_the_plan_is_to_be_billed_again() {
        var pays = talk(MONDAY, Outcome.FULL_FEE, "90");
        var bills = talk(MONDAY.plusDays(3), Outcome.BILL_PLAN, null);

        assertThat(insured(Program.COMMERCIAL, false, null, pays)).isPresent();
        assertThat(insured(Program.COMMERCIAL, false, null, bills, pays)).isEmpty();
        assertThat(insured(Program.COMMERCIAL, false, new Claim(MONDAY.plusDays(1), true), pays))
                .isEmpty();
        assertThat(insured(Program.COMMERCIAL, false, null, talk(MONDAY, Outcome.WAITS, null)))
                .isEmpty();
    }

    @Test
    void what_was_agreed_holds_for_a_year_and_then_the_fee_of_the_day_does() {
        var agreed = List.of(talk(MONDAY, Outcome.SLIDING_FEE, "45"));

        assertThat(fee(MONDAY, agreed)).contains(Money.dollars("45"));
        assertThat(fee(MONDAY.minusDays(1), agreed)).as("before the talk").contains(Money.dollars("90"));
        assertThat(fee(MONDAY.plusYears(1).minusDays(1), agreed)).contains(Money.dollars("45"));
        assertThat(fee(MONDAY.plusYears(1), agreed)).contains(Money.dollars("95"));
        assertThat(fee(LocalDate.of(2025, 12, 31), List.of())).as("no fee yet").isEmpty();
    }

    @Test
    void what_was_agreed_about_another_plan_or_longer_ago_than_a_year_makes_nobody_self_pay() {
        var pays = talk(MONDAY, Outcome.FULL_FEE, "90");
        var another = new InForce(ALine.PAYER, "M2", Program.COMMERCIAL);

        assertThat(on(TODAY, PLAN, pays)).isPresent();
        assertThat(on(TODAY, another, pays)).isEmpty();
        assertThat(on(MONDAY.plusYears(1).minusDays(1), PLAN, pays)).isPresent();
        assertThat(on(MONDAY.plusYears(1), PLAN, pays)).isEmpty();
        assertThat(on(MONDAY.minusDays(1), PLAN, pays)).as("before the talk").isEmpty();
        assertThat(AgreedFee.on(
                        TODAY,
                        GROUP,
                        List.of(another),
                        agreements(List.of(talk(MONDAY, Outcome.SLIDING_FEE, "45"))),
                        FEES))
                .contains(Money.dollars("90"));
    }

    private static Optional<SelfPay> on(LocalDate day, InForce plan, Talk talk) {
        return SelfPay.of(new Known(day, List.of(plan), null, null, List.of(), agreements(List.of(talk))));
    }

    @Test
    void each_visit_is_measured_by_what_held_on_its_day() {
        var june = LocalDate.of(2026, 6, 3);
        var claims = List.of(new EstimateStore.Asked(
                UUID.randomUUID(), ALine.PATIENT, GROUP.id(), june, false, "", "Rosa Diaz", ALine.NOW));
        var kept = UUID.randomUUID();
        var who = new WhoPays(Map.of(), Map.of(ALine.PATIENT, claims), Map.of(ALine.PATIENT, Map.of(kept, june)), FEES);

        assertThat(who.charged(GROUP, List.of(visit(june.minusDays(7), PLAN), visit(june, PLAN))))
                .as("a plan was billed before they wanted no claim")
                .isEqualTo(Money.dollars("90"));
        assertThat(who.charged(GROUP, List.of(visit(june.minusDays(7)), visit(june))))
                .as("without insurance")
                .isEqualTo(Money.dollars("180"));
        var one = new SelfPayStore.Visit(ALine.PATIENT, GROUP.id(), kept, june.minusDays(14), List.of(PLAN));
        assertThat(who.charged(GROUP, List.of(one, visit(june.minusDays(7), PLAN))))
                .as("the session that they keep from their plan, and no other")
                .isEqualTo(Money.dollars("90"));
    }

    @Test
    void a_fee_of_the_group_stands_before_that_of_its_kind_and_either_before_the_practices() {
        var year = LocalDate.of(2026, 1, 1);
        var kind = new OwnFee(GROUP.type(), null, year, Money.dollars("80"));
        var group = new OwnFee(null, GROUP.id(), year.plusMonths(6), Money.dollars("70"));
        var charges = new Charges(OF_PRACTICE, new FeeSchedule(List.of(group, kind)));

        assertThat(AgreedFee.on(year, GROUP, List.of(), Agreements.NONE, charges))
                .contains(Money.dollars("80"));
        assertThat(AgreedFee.on(year.plusMonths(7), GROUP, List.of(), Agreements.NONE, charges))
                .contains(Money.dollars("70"));
    }

    @Test
    void who_pauses_is_expected_at_no_session_meanwhile() {
        var hold = new DateRange(MONDAY.plusDays(7), MONDAY.plusDays(13));
        var seat = new SelfPayStore.Seat(ALine.PATIENT, GROUP.id(), MONDAY, null, null, List.of(), null, List.of(hold));

        assertThat(seat.includes(MONDAY)).isTrue();
        assertThat(seat.includes(MONDAY.plusDays(7))).isFalse();
        assertThat(seat.includes(MONDAY.plusDays(14))).isTrue();
    }

    private static SelfPayStore.Visit visit(LocalDate day, InForce... insured) {
        return new SelfPayStore.Visit(ALine.PATIENT, GROUP.id(), UUID.randomUUID(), day, List.of(insured));
    }

    private static Optional<Money> fee(LocalDate day, List<Talk> talks) {
        return AgreedFee.on(day, GROUP, List.of(PLAN), agreements(talks), FEES);
    }

    private static Optional<SelfPay> insured(Program program, boolean keeps, @Nullable Claim claim, Talk... talks) {
        var plan = new InForce(ALine.PAYER, "M1", program);
        return SelfPay.of(new Known(
                TODAY,
                List.of(plan),
                null,
                keeps ? MONDAY : null,
                claim == null ? List.of() : List.of(claim),
                agreements(List.of(talks))));
    }

    private static Agreements agreements(List<Talk> talks) {
        return new Agreements(talks, List.of(), Set.of(), TODAY);
    }

    private static Talk talk(LocalDate on, Outcome outcome, @Nullable String amount) {
        return new Talk(
                UUID.randomUUID(),
                ALine.PATIENT,
                new Talk.About(Kind.NOT_COVERED, PayerClass.OUT_OF_NETWORK, ALine.PAYER, "M1", "It is so."),
                new Talk.Said(
                        on,
                        "Rosa Diaz",
                        "the member",
                        TalkWay.PHONE,
                        outcome,
                        amount == null ? null : Money.dollars(amount),
                        "",
                        ""),
                "Rosa Diaz",
                ALine.NOW);
    }
}
