package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.circlekeeper.Golden;
import org.circlekeeper.terms.Money;
import org.junit.jupiter.api.Test;

/** An 835 is read claim by claim and adds up by service, by claim and by payment. */
class RemittanceTest {

    private static final String PATIENT = "NM1*QC*1*ADAMS*JO****MI*EHP1";

    @Test
    void a_claim_is_handed_on_with_its_services_and_their_reasons() throws IOException {
        var claims = claims(Remittances.file(
                "CLP*CGT1*1*65*40*10*12*EVG1*11*1",
                PATIENT,
                "NM1*IL*1*ADAMS*SAM****MI*EHP0",
                "NM1*74*1*ADAMS*SAM****C*EHP9",
                "NM1*82*1*NGUYEN*ALICE****XX*1487654323",
                "MOA***MA01*MA18",
                "SVC*HC:90853:95*65*40**1*HC:90849",
                "DTM*472*20260107",
                "CAS*CO*45*15",
                "CAS*PR*3*10*1",
                "REF*6R*CGT1L1",
                "AMT*B6*50",
                "LQ*HE*N381"));

        var claim = claims.getFirst();
        assertThat(claim.claimNumber()).isEqualTo("CGT1");
        assertThat(claim.payerClaimNumber()).isEqualTo("EVG1");
        assertThat(claim.patient().last()).isEqualTo("ADAMS");
        assertThat(claim.memberId()).isEqualTo("EHP0");
        assertThat(claim.correctedMemberId()).isEqualTo("EHP9");
        assertThat(claim.remarks()).containsExactly("MA01", "MA18");
        assertThat(claim.isBalanced()).isTrue();
        assertThat(claim.services())
                .containsExactly(new PaidLine(
                        "CGT1L1",
                        "90853",
                        List.of("95"),
                        "90849",
                        Money.dollars("65"),
                        Money.dollars("40"),
                        "1",
                        LocalDate.of(2026, 1, 7),
                        Money.dollars("50"),
                        List.of(
                                new Adjustment("CO", "45", Money.dollars("15"), ""),
                                new Adjustment("PR", "3", Money.dollars("10"), "1")),
                        List.of("N381")));
    }

    @Test
    void six_reasons_of_one_segment_are_six_reasons() {
        var facts = Telling.json(Remittances.paying(
                "0", "CLP*A*4*21*0*0*12", PATIENT, "CAS*CO*1*1**2*2**3*3*1*45*4**96*5**97*6", "SVC*HC:90853*21*0"));

        assertThat(facts.at("/adjustments/CO").longValue()).isEqualTo(2_100);
    }

    @Test
    void reasons_of_the_claim_and_of_its_services_count_together() {
        var facts = Telling.json(
                Remittances.file("CLP*A*1*65*40*10*12", "CAS*PR*3*10", PATIENT, "SVC*HC:90853*65*50", "CAS*CO*45*15"));

        assertThat(facts.get("balanced").asBoolean()).isTrue();
        assertThat(facts.at("/adjustments/PR").longValue()).isEqualTo(1_000);
        assertThat(facts.at("/adjustments/CO").longValue()).isEqualTo(1_500);
        assertThat(facts.at("/adjustments/OA").longValue()).isZero();
    }

    @Test
    void money_beside_the_claims_is_taken_from_the_check_or_added_to_it() {
        var recouped = Telling.json(
                Remittances.paying("-4.5", "CLP*A*1*40*40", PATIENT, "PLB*1093817462*20261231*WO:EVG1*45*L6*-0.5"));

        assertThat(recouped.get("providerAdjustments").longValue()).isEqualTo(4_450);
        assertThat(recouped.get("balanced").asBoolean()).isTrue();
        assertThat(recouped.get("paid").longValue()).isEqualTo(-450);
    }

    @Test
    void a_payment_that_is_not_the_sum_of_its_claims_does_not_balance() {
        var facts = Telling.json(Remittances.paying("100", "CLP*A*1*80*80", PATIENT));

        assertThat(facts.get("balanced").asBoolean()).isFalse();
        assertThat(facts.get("differenceCents").longValue()).isEqualTo(2_000);
    }

    @Test
    void a_claim_or_service_that_does_not_add_up_is_named() {
        var claim = Telling.json(Remittances.file("CLP*A*1*65*40", PATIENT, "CAS*CO*45*20"));
        var service = Telling.json(Remittances.file("CLP*A*1*65*40", PATIENT, "CAS*CO*45*25", "SVC*HC:90853*65*40"));

        assertThat(claim.get("balanced").asBoolean()).isFalse();
        assertThat(claim.at("/unbalancedClaims/0/claimNumber").asString()).isEqualTo("A");
        assertThat(claim.at("/unbalancedClaims/0/differenceCents").longValue()).isEqualTo(500);
        assertThat(service.get("balanced").asBoolean()).isFalse();
        assertThat(service.at("/unbalancedClaims/0/differenceCents").longValue())
                .as("the claim itself adds up")
                .isZero();
        assertThat(service.at("/unbalancedClaims/0/services/0/service").longValue())
                .isEqualTo(1);
        assertThat(service.at("/unbalancedClaims/0/services/0/differenceCents").longValue())
                .isEqualTo(2_500);
        assertThat(claim.at("/unbalancedClaims/0/services").isEmpty()).isTrue();
    }

    @Test
    void a_payment_that_is_no_amount_differs_by_nothing_that_is_known() {
        var facts = Telling.json(Remittances.paying("forty", "CLP*A*1*40*40", PATIENT));

        assertThat(facts.get("paid").isNull()).isTrue();
        assertThat(facts.get("differenceCents").isNull()).isTrue();
        assertThat(facts.get("balanced").asBoolean()).isFalse();
    }

    @Test
    void an_amount_that_is_left_out_is_nothing() {
        var denied =
                Telling.json(Remittances.paying("0", "CLP*A*4*65**65", PATIENT, "SVC*HC:90853*65", "CAS*PR*96*65"));

        assertThat(denied.get("balanced").asBoolean()).isTrue();
        assertThat(denied.get("warnings").isEmpty()).isTrue();
    }

    @Test
    void a_reversal_counts_as_a_claim_and_undoes_its_sums() {
        var facts = Telling.json(Remittances.paying(
                "5",
                "CLP*A*22*-65*-40*-10",
                PATIENT,
                "CAS*CO*45*-15",
                "CAS*PR*3*-10",
                "CLP*A*1*65*45*5",
                PATIENT,
                "CAS*CO*45*15",
                "CAS*PR*3*5"));

        assertThat(facts.get("claims").longValue()).isEqualTo(2);
        assertThat(facts.get("reversals").longValue()).isEqualTo(1);
        assertThat(facts.at("/claimTotals/charge").longValue()).isZero();
        assertThat(facts.at("/claimTotals/patient").longValue()).isEqualTo(-500);
        assertThat(facts.get("balanced").asBoolean()).isTrue();
    }

    @Test
    void what_the_payer_sent_on_by_itself_is_counted_as_crossed_over() throws IOException {
        var file = Remittances.paying(
                "0", "CLP*A*19*65*0*65", PATIENT, "NM1*TT*2*SILVER LAKE PLAN*****PI*SLP", "CAS*PR*1*65");

        assertThat(Telling.json(file).get("crossedOver").longValue()).isEqualTo(1);
        assertThat(claims(file).getFirst().forwardedTo()).isEqualTo("SILVER LAKE PLAN");
    }

    @Test
    void the_key_of_a_payment_is_the_same_whenever_it_comes_again() {
        assertThat(Telling.json(Remittances.paying("40.00")).get("duplicateKey").asString())
                .isEqualTo("EFT1|1931234567|40.00|20260115");
    }

    @Test
    void a_person_is_told_what_became_of_each_claim() {
        var told = Telling.told(Remittances.paying(
                        "4",
                        "CLP*A*1*65*40*10",
                        PATIENT,
                        "CAS*CO*45*15",
                        "CAS*PR*3*10",
                        "CLP*B*4*65*0*0",
                        PATIENT,
                        "SVC*HC:90853*65*0",
                        "CAS*CO*197*65",
                        "LQ*HE*M62",
                        "CLP*C*22*-65*-40*-10",
                        PATIENT,
                        "CAS*CO*45*-15",
                        "CAS*PR*3*-10",
                        "CLP*D*19*65*12*41",
                        PATIENT,
                        "NM1*TT*2*SILVER LAKE PLAN*****PI*SLP",
                        "CAS*CO*45*12",
                        "CAS*PR*2*41",
                        "PLB*1093817462*20261231*WO:EVG1*8"))
                .getFirst();

        Golden.assertMatches("x12/payment.txt", String.join("\n", told.sentences()) + "\n");
    }

    @Test
    void amounts_larger_than_any_sum_end_no_reading() {
        var large = new String[2_000];
        Arrays.fill(large, "CLP*A*1*999999999999999*999999999999999*999999999999999");

        assertThat(Telling.json(Remittances.paying("1", large)).get("balanced").asBoolean())
                .isFalse();
    }

    private static List<ClaimPayment> claims(String file) throws IOException {
        List<ClaimPayment> claims = new ArrayList<>();
        var reading = new RemittanceReading(new RemittanceReading.Receiver() {
            @Override
            public void payment(Payment payment) {
                assertThat(payment.payer().name()).isEqualTo("EVERGREEN HEALTH PLAN");
            }

            @Override
            public void claim(ClaimPayment claim) {
                claims.add(claim);
            }

            @Override
            public void adjustment(ProviderAdjustment adjustment) {
                throw new AssertionError(adjustment);
            }
        });
        var in = X12Reader.of(file);
        for (var segment = in.next(); segment != null; segment = in.next()) {
            reading.see(segment);
        }
        reading.end();
        return claims;
    }
}
