package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.ALine.NOW;
import static org.circlekeeper.finance.ALine.PAYER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.Benefits;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.circlekeeper.payers.Program;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long what was agreed about each gap holds. */
class AgreementsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LATER = MONDAY.plusDays(7);
    private static final InForce PLAN = new InForce(PAYER, "M1", Program.COMMERCIAL);
    private static final InForce OTHER = new InForce(UUID.randomUUID(), "M2", Program.COMMERCIAL);
    private static final Set<Kind> OF_ONE_PLAN = EnumSet.of(
            Kind.NOT_ACTIVE,
            Kind.NOT_COVERED,
            Kind.NOT_KNOWN,
            Kind.AMBIGUOUS,
            Kind.VISITS_USED,
            Kind.CARVED_OUT,
            Kind.NOT_AUTHORIZED);

    @Test
    void while_nobody_insures_them_only_what_was_agreed_about_that_holds() {
        assertThat(Arrays.stream(Kind.values()).filter(kind -> holds(kind, List.of())))
                .containsExactlyInAnyOrder(Kind.NO_INSURANCE, Kind.NOT_ACTIVE);
    }

    @Test
    void what_was_agreed_about_one_plan_holds_while_that_one_is_in_force() {
        assertThat(Arrays.stream(Kind.values()).filter(kind -> holds(kind, List.of(PLAN))))
                .containsExactlyInAnyOrderElementsOf(OF_ONE_PLAN);
        assertThat(Arrays.stream(Kind.values()).filter(kind -> holds(kind, List.of(OTHER))))
                .isEmpty();
    }

    @Test
    void what_was_agreed_about_who_pays_first_holds_while_no_other_is_in_force() {
        var both = talk(Kind.OTHER_INSURANCE, null, PAYER + ":M1+" + OTHER.payer() + ":M2");

        assertThat(on(LATER, List.of(PLAN, OTHER), both)).isPresent();
        assertThat(on(LATER, List.of(PLAN), both)).isPresent();
        assertThat(on(LATER, List.of(PLAN, new InForce(PAYER, "M", Program.COMMERCIAL)), both))
                .isEmpty();
        assertThat(on(LATER, List.of(), both)).isEmpty();
    }

    @Test
    void what_was_agreed_while_a_consent_was_missing_holds_as_long_as_it_is() {
        var talk = talk(Kind.WITHHELD, null, "");
        var missing = new Agreements(List.of(talk), List.of(), Set.of(MONDAY), MONDAY);
        var signed = new Agreements(List.of(talk), List.of(), Set.of(MONDAY), LATER);

        assertThat(missing.on(MONDAY, List.of(PLAN))).isPresent();
        assertThat(missing.on(LATER, List.of(PLAN)))
                .as("nobody knows of another one yet")
                .isPresent();
        assertThat(signed.on(MONDAY, List.of(PLAN))).as("a visit of that day").isPresent();
        assertThat(signed.on(LATER, List.of(PLAN))).isEmpty();
    }

    @Test
    void a_payer_that_says_another_thing_since_ends_what_was_agreed() {
        var talk = talk(Kind.NOT_COVERED, PAYER, "M1");
        var not = ALine.benefits(EligibilityStatus.ACTIVE, Covered.NO, null, AuthorizationNeed.NO, null);
        var refused = ALine.benefits(EligibilityStatus.REJECTED, Covered.UNKNOWN, null, AuthorizationNeed.NO, null);
        var before = NOW.minusSeconds(60);
        var after = NOW.plusSeconds(60);

        assertThat(holds(talk, answer(before, ALine.fine())))
                .as("before the talk")
                .isTrue();
        assertThat(holds(talk, answer(after, not))).as("the same").isTrue();
        assertThat(holds(talk, answer(after, refused))).as("nothing").isTrue();
        assertThat(holds(talk, answer(after, ALine.fine()))).isFalse();
        var turned = new Agreements(List.of(talk), List.of(answer(after, ALine.fine())), Set.of(), LATER);
        assertThat(turned.on(MONDAY, List.of(PLAN))).isEmpty();
        assertThat(turned.on(LATER, List.of(OTHER))).isEmpty();
    }

    @Test
    void that_a_plan_is_billed_holds_whatever_it_says_since() {
        var bills = talk(Kind.NOT_KNOWN, PAYER, "M1", Outcome.BILL_PLAN);
        var noClaim = new SelfPay.Claim(MONDAY.minusDays(9), false);
        var agreements =
                new Agreements(List.of(bills), List.of(answer(NOW.plusSeconds(60), ALine.fine())), Set.of(), LATER);

        assertThat(agreements.on(LATER, List.of(PLAN))).isPresent();
        assertThat(SelfPay.of(new SelfPay.Known(LATER, List.of(PLAN), null, null, List.of(noClaim), agreements)))
                .as("they wanted no claim before")
                .isEmpty();
    }

    private static boolean holds(Talk talk, Answer answer) {
        return new Agreements(List.of(talk), List.of(answer), Set.of(), LATER)
                .on(LATER, List.of(PLAN))
                .isPresent();
    }

    private static Answer answer(Instant at, Benefits benefits) {
        return ALine.answer(PAYER, benefits, at);
    }

    private static boolean holds(Kind kind, List<InForce> insured) {
        return on(LATER, insured, OF_ONE_PLAN.contains(kind) ? talk(kind, PAYER, "M1") : talk(kind, null, ""))
                .isPresent();
    }

    private static Optional<Talk> on(LocalDate day, List<InForce> insured, Talk talk) {
        return new Agreements(List.of(talk), List.of(), Set.of(), LATER).on(day, insured);
    }

    private static Talk talk(Kind kind, @Nullable UUID payer, String memberId) {
        return talk(kind, payer, memberId, Outcome.FULL_FEE);
    }

    private static Talk talk(Kind kind, @Nullable UUID payer, String memberId, Outcome outcome) {
        return new Talk(
                UUID.randomUUID(),
                ALine.PATIENT,
                new Talk.About(kind, PayerClass.SELF_PAY, payer, memberId, "It is so."),
                new Talk.Said(MONDAY, "Rosa Diaz", "the member", TalkWay.PHONE, outcome, null, "", ""),
                "Rosa Diaz",
                NOW);
    }
}
