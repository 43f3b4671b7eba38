package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What payers and clearinghouses say of claims, in a 277CA by themselves and in a 277 when they are asked. */
class ClaimAnswersTest {

    @ParameterizedTest
    @CsvSource({
        "A0:16:PR, accepted",
        "A1:19:PR, accepted",
        "A2:20, accepted",
        "A5:17, accepted",
        "A3:33, rejected",
        "A4:35, rejected",
        "A6:255, rejected",
        "A7:562:85, rejected",
        "A8:477, rejected",
        "P1:38, pending",
        "XX:1, unknown"
    })
    void the_category_of_a_status_says_what_became_of_a_claim(String code, String outcome) {
        assertThat(acknowledged("STC*" + code + "*20260112")).isEqualTo(outcome);
    }

    @Test
    void a_rejection_wins_over_an_acceptance_wherever_in_the_message_it_stands() {
        assertThat(acknowledged("STC*A1:19:PR*20260112*WQ*65", "STC*A3:33*20260112*U*65"))
                .isEqualTo("rejected");
        assertThat(acknowledged("STC*A7:562:85*20260112*U*65", "STC*A2:20*20260112*WQ*65"))
                .isEqualTo("rejected");
        assertThat(acknowledged("STC*A2:20*20260112*WQ*65******A7:164:IL")).isEqualTo("rejected");
        assertThat(acknowledged("STC*A1:19*20260112*U*65")).isEqualTo("rejected");
        assertThat(acknowledged("STC*A2:20*20260112*WQ*65", "SVC*HC:90853*65*0", "STC*A7:454*20260112*U*65"))
                .isEqualTo("rejected");
    }

    @Test
    void a_batch_that_is_rejected_whole_counts_the_claims_that_it_does_not_name() {
        var told = Telling.json(acknowledgment(List.of(
                "HL*2*1*21*0",
                "NM1*41*2*CEDAR*****46*CGT1",
                "TRN*2*B9",
                "STC*A3:24:41*20260112*U*325",
                "QTY*AA*5",
                "AMT*YY*325")));

        assertThat(told.get("outcome").asString()).isEqualTo("rejected");
        assertThat(told.get("batch").asString()).isEqualTo("B9");
        assertThat(told.get("batchRejected").asBoolean()).isTrue();
        assertThat(told.get("rejected").longValue()).isEqualTo(5);
    }

    @Test
    void a_provider_that_is_rejected_takes_its_claims_along() {
        var told = Telling.json(acknowledgment(List.of(
                "HL*2*1*21*1",
                "NM1*41*2*CEDAR*****46*CGT1",
                "TRN*2*B9",
                "STC*A1:19*20260112*WQ*130",
                "HL*3*2*19*1",
                "NM1*85*2*CEDAR*****XX*1093817462",
                "TRN*1*0",
                "STC*A8:496:85**U*65",
                "QTY*QC*1",
                "HL*4*3*PT",
                "NM1*QC*1*ADAMS*JO",
                "TRN*2*CGT1",
                "STC*A1:19*20260112*WQ*65",
                "HL*5*2*19*1",
                "NM1*85*2*OAK*****XX*1487654323",
                "TRN*1*0",
                "STC*A1:19**WQ*65",
                "HL*6*5*PT",
                "NM1*QC*1*BRIGHT*LEE",
                "TRN*2*CGT2",
                "STC*A1:19*20260112*WQ*65")));

        assertThat(told.get("outcome").asString()).isEqualTo("partial");
        assertThat(told.at("/claims/0/outcome").asString()).isEqualTo("rejected");
        assertThat(told.at("/claims/1/outcome").asString()).isEqualTo("accepted");
    }

    @Test
    void a_rejected_provider_takes_nobody_along_of_the_next_one_though_that_says_nothing() {
        var told = Telling.json(acknowledgment(List.of(
                "HL*2*1*21*1",
                "TRN*2*B1",
                "STC*A1:19*20260112*WQ*130",
                "HL*3*2*19*1",
                "NM1*85*2*ONE",
                "STC*A3:24:85*20260112*U*65",
                "HL*4*3*PT",
                "TRN*2*C1",
                "STC*A1:19*20260112*WQ*65",
                "HL*5*2*19*1",
                "NM1*85*2*TWO",
                "HL*6*5*PT",
                "TRN*2*C2",
                "STC*A2:20*20260112*WQ*65",
                "HL*7*1*21*0")));

        assertThat(told.at("/claims/0/outcome").asString()).isEqualTo("rejected");
        assertThat(told.at("/claims/1/outcome").asString()).isEqualTo("accepted");
        assertThat(told.get("batch").asString()).isEqualTo("B1");
    }

    @Test
    void a_batch_counts_the_claims_of_its_providers_too() {
        var provider = List.of("HL*3*2*19*0", "NM1*85*2*ONE", "STC*A3:24:85*20260112*U*325", "QTY*QC*5");
        var batch = new ArrayList<>(List.of("HL*2*1*21*1", "TRN*2*B1", "STC*A3:24:41*20260112*U*325", "QTY*AA*5"));
        batch.addAll(provider);
        var two = new ArrayList<>(List.of("HL*2*1*21*1", "TRN*2*B1", "STC*A1:19*20260112*WQ*650"));
        two.addAll(provider);
        two.addAll(provider);

        assertThat(Telling.json(acknowledgment(batch)).get("rejected").longValue())
                .isEqualTo(5);
        assertThat(Telling.json(acknowledgment(two)).get("rejected").longValue())
                .isEqualTo(10);
    }

    @Test
    void a_claim_carries_its_numbers_codes_amounts_and_texts() {
        var told = Telling.json(acknowledgment(patient(
                "STC*A7:562:85*20260112*U*65********NPI NOT ON FILE",
                "REF*1K*EVG1",
                "REF*D9*CH1",
                "DTP*472*D8*20260107")));

        Golden.assertMatches("x12/claim-acknowledgment.json", told.get("claims").toString() + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "STC*F1:65*20260301**65*40*20260115, paid",
        "STC*F0:3*20260301**65*40, paid",
        "STC*F0:3*20260301**65*0, unknown",
        "STC*F2:88:QC*20260301**65*0, denied",
        "STC*F4:88:QC*20260301**65*0, denied",
        "STC*F4:88:QC*20260301**65*40, paid",
        "STC*P3:123*20260301**65, pending",
        "STC*R4:294*20260301**65, pending",
        "STC*A4:35*20260301**65, unknown",
        "STC*A7:33*20260301**65, rejected",
        "STC*A1:19*20260301**65, accepted",
        "STC*D0:35*20260301, unknown",
        "STC*E1:0*20260301, unknown"
    })
    void a_payer_that_is_asked_says_how_a_claim_stands(String stc, String outcome) {
        assertThat(Telling.json(status(stc)).at("/claims/0/outcome").asString()).isEqualTo(outcome);
    }

    @Test
    void the_claim_of_a_dependent_is_found_by_our_own_number() {
        var told = Telling.json(Telling.file(
                "HN",
                "277",
                "005010X212",
                "BHT*0010*08*X*20260301*0901*DG",
                "HL*1**20*1",
                "NM1*PR*2*EVERGREEN*****PI*EVGRN",
                "HL*2*1*21*1",
                "NM1*41*2*CEDAR*****46*CGT1",
                "HL*3*2*19*1",
                "NM1*1P*2*CEDAR*****XX*1093817462",
                "HL*4*3*22*1",
                "NM1*IL*1*ADAMS*SAM****MI*EHP1",
                "HL*5*4*23",
                "NM1*QC*1*ADAMS*JO",
                "TRN*2*Q1",
                "STC*F1:65*20260301**65*40",
                "REF*1K*EVG1",
                "REF*EJ*CGT1",
                "SVC*HC:90853*65*40",
                "STC*F2:88*20260301",
                "TRN*2*Q2",
                "STC*P1:38*20260301",
                "REF*EJ*CGT2"));

        assertThat(told.at("/claims/0/claimNumber").asString()).isEqualTo("CGT1");
        assertThat(told.at("/claims/0/trace").asString()).isEqualTo("Q1");
        assertThat(told.at("/claims/0/payerClaimNumber").asString()).isEqualTo("EVG1");
        assertThat(told.at("/claims/0/outcome").asString()).isEqualTo("paid");
        assertThat(told.at("/claims/0/paidCents").longValue()).isEqualTo(4_000);
        assertThat(told.at("/claims/1/claimNumber").asString()).isEqualTo("CGT2");
        assertThat(told.at("/claims/1/outcome").asString()).isEqualTo("pending");
    }

    @Test
    void an_amount_of_a_status_that_is_none_is_a_warning() {
        assertThat(Telling.told(status("STC*F1:65*20260301**65*forty"))
                        .getFirst()
                        .warnings())
                .containsExactly(new Warning("no-amount", "A status has no amount in STC05."));
    }

    private static String acknowledged(String... statuses) {
        return Telling.json(acknowledgment(patient(statuses)))
                .at("/claims/0/outcome")
                .asString();
    }

    private static List<String> patient(String... statuses) {
        List<String> segments = new ArrayList<>(List.of(
                "HL*2*1*21*1",
                "NM1*41*2*CEDAR*****46*CGT1",
                "TRN*2*B1",
                "STC*A1:19:PR*20260112*WQ*65",
                "HL*3*2*19*1",
                "NM1*85*2*CEDAR*****XX*1093817462",
                "HL*4*3*PT",
                "NM1*QC*1*ADAMS*JO****MI*EHP1",
                "TRN*2*CGT1"));
        segments.addAll(List.of(statuses));
        return segments;
    }

    private static String acknowledgment(List<String> levels) {
        List<String> segments = new ArrayList<>(
                List.of("BHT*0085*08*X1*20260112*1130*TH", "HL*1**20*1", "NM1*AY*2*DEMO*****46*DEMOCH", "TRN*1*R1"));
        segments.addAll(levels);
        return Telling.file("HN", "277", "005010X214", segments.toArray(String[]::new));
    }

    private static String status(String stc) {
        return Telling.file(
                "HN",
                "277",
                "005010X212",
                "BHT*0010*08*X*20260301*0901*DG",
                "HL*1**20*1",
                "NM1*PR*2*EVERGREEN*****PI*EVGRN",
                "HL*2*1*21*1",
                "NM1*41*2*CEDAR*****46*CGT1",
                "HL*3*2*19*1",
                "NM1*1P*2*CEDAR*****XX*1093817462",
                "HL*4*3*22*0",
                "NM1*IL*1*ADAMS*SAM****MI*EHP1",
                "TRN*2*Q1",
                stc);
    }
}
