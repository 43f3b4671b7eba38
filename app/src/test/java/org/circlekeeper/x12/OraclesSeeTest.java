package org.circlekeeper.x12;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who judge our files do see faults: one planted in a good file is found. */
class OraclesSeeTest {

    private static final String GOOD = new String(ProfessionalClaims.write(Batches.named("subscriber")), US_ASCII);

    @Test
    void a_good_file_pleases_everyone() throws Exception {
        Oracles.accept(Batches.named("subscriber"), GOOD.getBytes(US_ASCII));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    SBR*P*18,     SBR*X*18,          SBR in
                    ****CI~,      ****XX~,           SBR in
                    MI*EHP300201, MI*E,              NM109
                    N4*PORTLAND,  N4*P,              N401
                    REF*EI*,      REF*TJ*,           REF in
                    BHT*0019,     BHT*0020,          HEADER
                    *CH~,         *XX~,              HEADER
                    DMG*D8*19840517*F~, DMG*D8*19840517*X~, 2010BA
                    SV1*HC:90853, SV1*XX:90853,      SV1
                    DTP*472*D8,   DTP*472*D9,        DTP in
                    *UN*1***1~,   *UN*1~,            SV1 in
                    PAT*19~,      PAT*99~,           PAT
                    """)
    void the_guides_map_sees_an_element_that_is_wrong(String right, String wrong, String where) {
        var good = right.startsWith("PAT")
                ? new String(ProfessionalClaims.write(Batches.named("dependent")), US_ASCII)
                : GOOD;
        assertThat(good).contains(right);

        assertThatThrownBy(() -> Imsweb.read(good.replace(right, wrong).getBytes(US_ASCII)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(where);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    1234560013,     1234560014,         check digit
                    1487654323,     1234560013,         rendering is billing
                    410 SW ALDER ST, P.O. BOX 12,       box
                    972051234,      97205,              nine digits
                    *65***11:B:1,   *66***11:B:1,       sum
                    *65*UN,         *65.00*UN,          amount
                    *65*UN*1*,      *65*UN*2*,          one unit
                    ***1~,          ***1:2~,            pointer
                    ABK:F331~,      ABK:F33.1~,         HI
                    ABK:F331~,      ABK:F331*ABF:F331~, twice
                    11:B:1*,        11:B:9*,            CLM05
                    GARCIA,         Garcia,             character set
                    EHP300201~,     EHP300201*~,        ends in nothing
                    EHP300201~,     EHP 300201~,        a space
                    11:B:1*,        10:B:1*,            telehealth
                    11:B:1*,        29:B:1*,            no place
                    SBR*P*18*GRP5521******CI~, SBR*P**GRP5521******MC~, a dependent
                    DTP*472*D8*2026, DTP*472*D8*2027,   tomorrow
                    """)
    void the_front_end_sees_what_no_reader_does(String right, String wrong, String edit) {
        assertThat(GOOD).contains(right);

        assertThat(ClearinghouseEdits.of(GOOD.replace(right, wrong).getBytes(US_ASCII)))
                .anySatisfy(bounced -> assertThat(bounced).contains(edit));
    }
}
