package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which codes of ICD-10-CM a claim may carry. */
class BillableDiagnosisTest {

    @ParameterizedTest
    @CsvSource({
        "F10.12,false",
        "F10.120,true",
        "F10.13,false",
        "F11.13,true",
        "F12.95,false",
        "F17.21,false",
        "F17.210,true",
        "F19.23,false",
        "F02.81,false",
        "F07.8,false",
        "F30.1,false",
        "F40.21,false",
        "F40.218,true",
        "F40.10,true",
        "F52.2,false",
        "F81.8,false",
        "F70,true",
        "F79,true",
        "F78,false",
        "F50.01,false",
        "F50.010,true",
        "R45,false",
        "R45.85,false",
        "R45.851,true",
        "R42,true",
        "Z63,false",
        "Z63.0,true",
        "Z63.7,false"
    })
    void a_heading_is_known_however_deep_it_lies(String code, boolean billable) {
        assertThat(BillableDiagnosis.refusal(code, AVisit.TUESDAY).isEmpty()).isEqualTo(billable);
    }
}
