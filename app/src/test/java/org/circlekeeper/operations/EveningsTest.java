package org.circlekeeper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims leave from six in the evening until six in the morning. */
class EveningsTest {

    @ParameterizedTest
    @CsvSource({
        "17:59, true",
        "18:00, false",
        "23:59, false",
        "00:00, false",
        "05:59, false",
        "06:00, true",
        "12:00, true"
    })
    void filing_waits_for_the_evening(LocalTime local, boolean waits) {
        assertThat(Evenings.leftForLater(local).contains("file-claims")).isEqualTo(waits);
    }
}
