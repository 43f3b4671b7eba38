package org.circlekeeper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** RFC 6238, appendix B; the last six of its eight digits. */
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(KEY, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void a_clock_may_be_half_a_minute_off_and_no_more() {
        var code = Totp.code(KEY, 100);

        assertThat(Totp.stepOf(code, KEY, Instant.ofEpochSecond(101 * 30))).hasValue(100);
        assertThat(Totp.stepOf(code, KEY, Instant.ofEpochSecond(99 * 30))).hasValue(100);
        assertThat(Totp.stepOf(code, KEY, Instant.ofEpochSecond(102 * 30))).isEmpty();
    }

    @Test
    void the_key_is_typed_in_groups_of_four() {
        assertThat(Totp.typed(KEY)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
