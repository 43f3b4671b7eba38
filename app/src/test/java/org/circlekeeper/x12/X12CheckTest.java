package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a file is told with its segment, its element and the reason; what is fine is not. */
class X12CheckTest {

    private static final String CLAIM =
            new String(ProfessionalClaims.write(Batches.named("two-sessions-one-claim")), UTF_8);
    private static final String PAYMENT = Remittances.file(
            "CLP*A*1*65*40*10*12*P1",
            "NM1*QC*1*ADAMS*JO",
            "SVC*HC:90853*65*40**1",
            "DTM*472*20260107",
            "CAS*CO*45*15",
            "CAS*PR*3*10",
            "PLB*1093817462*20261231*FB:EFT1*0");

    @Test
    void nothing_is_wrong_with_what_is_fine() {
        assertThat(Telling.flaws(CLAIM)).isEmpty();
        assertThat(Telling.flaws(PAYMENT)).isEmpty();
        assertThat(Telling.flaws(Telling.inOtherDelimiters(PAYMENT))).isEmpty();
    }

    @Test
    void a_flaw_says_where_it_is() {
        assertThat(Telling.flaws(PAYMENT.replace("DTM*472*20260107", "DTM*472*20260231")))
                .containsExactly(new Flaw(15, "DTM", 2, "bad-date", "DTM02 is no day: 20260231."));
    }

    @ParameterizedTest
    @CsvSource({
        "CLP*A*1*65*,       CLP*A*1*sixty*,     bad-number",
        "CLP*A*1*65*,       CLP*A*1**,          missing-element",
        "CLP*A*1*65*,       CLP**1*65*,         missing-element",
        "*20260115~,        *20261315~,         bad-date",
        "TRN*1*EFT1*,       TRN*1**,            missing-element",
        "TRN*1*EFT1*1931234567, TRN*1*EFT1*19, too-short",
        "N4*SALEM*OR*,      N4*SALEM*OREGON*,   too-long",
        "*XX*1093817462,    *XX*1093817463,     bad-npi",
        "*XX*1093817462,    *XX*109381746,      bad-npi",
        "CAS*CO*45*15,      CAS*CO*45*16,       unbalanced-claim",
        "CAS*CO*45*15,      CAS*CO*45*16,       unbalanced-service",
        "BPR*I*40*,         BPR*I*41*,          unbalanced-payment",
        "FB:EFT1*0,         FB:EFT1*1,          unbalanced-payment",
        "N1*PE*,            N1*PX*,             missing-segment",
        "NM1*QC*,           NM1*74*,            missing-segment",
        "*0915*1*X*,        *2515*1*X*,         bad-time",
        "GS*HP*,            GS*HC*,             wrong-group",
        "*X*005010X221A1,   *X*005010X223A2,    version-not-read",
        "SE*1,              SE*9,               count-differs",
        "IEA*1*000000001,   IEA*1*000000002,    control-number-differs",
        "SENDER         *,  SENDER*,            isa-not-padded",
        "CLP*,              clp*,               lower-case-id"
    })
    void what_is_wrong_with_a_payment_is_told(String fine, String wrong, String code) {
        assertThat(PAYMENT).contains(fine);

        assertThat(codes(PAYMENT.replace(fine, wrong))).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "'CLM\\*(\\w+)\\*\\d+', 'CLM*$1*1', unbalanced-claim",
        "HL\\*2\\*1, HL*3*1, bad-level",
        "HL\\*2\\*1, HL*2*7, bad-level",
        "HL\\*1\\*\\*20\\*1, HL*1**20*0, bad-level",
        "'(\\*22\\*)0', '$11', bad-level",
        "HI\\*[^~]+~, '', missing-segment",
        "DTP\\*472, DTP*573, missing-segment",
        "DTP\\*472\\*D8\\*\\d+, DTP*472*D8*202601, bad-date",
        "DTP\\*472\\*D8\\*\\d+, DTP*472*RD8*20260107-20260101, bad-date",
        "NM1\\*PR, NM1*PX, missing-segment",
        "':B:1', ':B:7', missing-segment",
        "'(SV1(\\*[^*~]*){6}\\*)1', '$19', bad-pointer",
        "\\*005010X222A1~\\s+BHT, *005010X222~BHT, version-differs"
    })
    void what_is_wrong_with_claims_is_told(String fine, String wrong, String code) {
        var changed = CLAIM.replaceFirst(fine, wrong);
        assertThat(changed).isNotEqualTo(CLAIM);

        assertThat(codes(changed)).contains(code);
    }

    @Test
    void a_claim_number_that_comes_twice_is_told() {
        var twice = CLAIM.replaceFirst("(?s)(CLM.*?)(SE\\*)", "$1$1$2");

        assertThat(codes(twice)).contains("repeated-claim");
    }

    @Test
    void answers_are_looked_at_by_their_loops() {
        assertThat(codes(Telling.file("FA", "999", "005010X231A1", "AK1*HC*107", "AK2*837*0001", "AK9*A*1*1*1")))
                .containsExactly("missing-segment");
        assertThat(codes(Telling.file(
                        "HN",
                        "277",
                        "005010X214",
                        "BHT*0085*08*X1*20260112*1130*TH",
                        "HL*1**20*1",
                        "HL*2*1*21*1",
                        "NM1*41*2*CEDAR*****46*CGT1",
                        "STC*A1:19*20260112",
                        "HL*3*2*PT",
                        "NM1*QC*1*ADAMS*JO",
                        "TRN*2*CGT1")))
                .containsExactly("missing-segment");
    }

    @Test
    void a_file_that_is_not_whole_is_told_after_what_is_wrong_in_it() {
        var cut = PAYMENT.substring(0, PAYMENT.indexOf("SE*"));

        assertThat(codes(cut)).containsExactly("refused");
        assertThat(codes("")).containsExactly("refused");
        assertThat(codes("<html>")).containsExactly("refused");
    }

    private static List<String> codes(String file) {
        return Telling.flaws(file).stream().map(Flaw::code).toList();
    }
}
