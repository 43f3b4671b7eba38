package org.circlekeeper.x12.review;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.circlekeeper.Golden;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.x12.AskedPerson;
import org.circlekeeper.x12.Asker;
import org.circlekeeper.x12.Delimiters;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.RenderingProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewRequestsTest {

    private static final AskedPerson MARIA =
            new AskedPerson(new PersonName("Maria", "L", "Garcia"), LocalDate.of(1984, 5, 17), "F");
    private static final AskedPerson AMARA =
            new AskedPerson(new PersonName("Amara", "Okafor"), LocalDate.of(2010, 3, 9), "F");

    private static ReviewRequest about(
            String trace, @Nullable AskedPerson dependent, String earlier, RequestedVisits visits) {
        return new ReviewRequest(
                "A" + trace,
                trace,
                "9CGT000100",
                new PayerParty("Evergreen Health Plan", "EVGRN"),
                Asker.practice("Cedar Group Therapy PLLC", new Npi("1093817462")),
                "Auth Desk",
                new Phone("5035550140"),
                "EHP300201",
                MARIA,
                dependent,
                "19",
                earlier.isEmpty() ? "I" : "4",
                earlier,
                "11",
                new DateRange(LocalDate.of(2026, 1, 19), LocalDate.of(2026, 4, 12)),
                List.of(new DiagnosisCode("F33.1")),
                visits,
                ProcedureCode.GROUP_PSYCHOTHERAPY,
                new RenderingProvider(new PersonName("Alice", "M", "Nguyen"), new Npi("1487654323"), "101YM0800X"));
    }

    @Test
    void requests_are_initial_or_extend_for_a_subscriber_or_a_dependent() throws IOException {
        var at = LocalDateTime.of(2026, 1, 12, 9, 15);
        var envelope = new Envelope("ZZ", "CGT0001", "ZZ", "EVGRN", 3001, 3001, at, true, Delimiters.USUAL);
        var file = ReviewRequests.write(
                envelope,
                List.of(
                        about("T1", null, "", RequestedVisits.of(12)),
                        about("T2", null, "AUTH7788001", RequestedVisits.of(8)),
                        about("T3", AMARA, "", RequestedVisits.weekly(1, 12))));

        Golden.assertMatches("278/requests.278", new String(file, US_ASCII));
        var read = ReviewReader.all(file);
        assertThat(read).extracting(review -> review.traces().getFirst()).containsExactly("T1", "T2", "T3");
        assertThat(read).extracting(review -> String.valueOf(review.units())).containsExactly("12", "8", "12");
        assertThat(read).extracting(review -> review.event().earlierNumber()).containsExactly("", "AUTH7788001", "");
        assertThat(read.getLast().patient().name().first()).isEqualTo("AMARA");
        assertThat(read.getLast().to()).isEqualTo("2026-04-12");
        assertThat(read).allMatch(review -> review.decision() == null && !review.answer());
    }

    @ParameterizedTest(name = "{0}: {1}, {2} units, number {3}")
    @CsvSource(delimiter = '=', textBlock = """
            HCR*A1*N1~HSD*VS*12~ = certified = 12 = N1
            HCR*A2*N1~HSD*VS*6~ = partial = 6 = N1
            HCR*A6*N1~HSD*VS*1*WK**35*6~ = modified = 6 = N1
            HCR*A6*N1~HSD*VS*1*WK*2*35*6~ = modified = 3 = N1
            HCR*A6*N1~HSD*VS*3*WK**34*2~ = modified = null = N1
            HCR*A3**0V~ = denied = null = ''
            HCR*A4*PEND1*0U~ = pended = null = ''
            HCR*CT~ = contact-payer = null = ''
            HCR*NA~ = not-required = null = ''
            AAA*N**33*C~ = rejected = null = ''
            HL*5*4*SS*0~HCR*A1*N1~SV1*HC:90853**UN*12~ = certified = 12 = N1
            HL*5*4*SS*0~HCR*A1*N1~SV1*HC:90853**UN*12~HL*6*4*SS*0~HCR*A3~SV1*HC:90791~ = partial = 12 = N1
            HL*5*4*SS*0~HCR*A3*N0~SV1*HC:90837**UN*12~HL*6*4*SS*0~HCR*A1*N1~SV1*HC:90853**UN*6~ = partial = 6 = N1
            HL*5*4*SS*0~HCR*A1*N0~SV1*HC:90837**UN*9~HL*6*4*SS*0~HCR*A1*N1~SV1*HC:90853**UN*6~ = certified = 6 = N1
            HCR*A1*N1~HL*5*4*SS*0~SV1*HC:90853**UN*8~HL*6*4*SS*0~SV1*HC:90853**UN*4~ = certified = 12 = N1
            HL*5*4*SS*0~HCR*A3~SV1*HC:90853**UN*12~ = denied = 12 = ''
            """)
    void a_decision_is_the_payers_word(String event, String decision, String units, String number) throws IOException {
        var review = ReviewReader.all(("""
                ISA*00*          *00*          *ZZ*EVGRN          \
                *ZZ*CGT0001        *260112*0915*^*00501*000003101*0*P*:~
                GS*HI*EVGRN*CGT0001*20260112*0915*3101*X*005010X217~
                ST*278*0001*005010X217~
                BHT*0007*11*A1*20260113*1010*18~
                HL*1**20*1~
                NM1*X3*2*EVERGREEN*****PI*EVGRN~
                HL*2*1*21*1~
                NM1*1P*2*CEDAR*****XX*1093817462~
                HL*3*2*22*1~
                NM1*IL*1*GARCIA*MARIA****MI*EHP300201~
                HL*4*3*EV*0~
                TRN*2*T1*9CGT000100~
                """ + event + "SE*1*0001~GE*1*3101~IEA*1*000003101~").getBytes(US_ASCII))
                .getFirst();

        assertThat(review.decision()).extracting(Decision::code).isEqualTo(decision);
        assertThat(String.valueOf(review.units())).isEqualTo(units);
        assertThat(review.number()).isEqualTo(number);
    }
}
