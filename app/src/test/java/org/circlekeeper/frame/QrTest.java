package org.circlekeeper.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** An address as a QR code. */
class QrTest {

    @Test
    void a_longer_address_has_a_larger_code_with_a_light_border_of_four() {
        assertThat(Qr.of("https://a.example").size()).isEqualTo(25 + 8);
        assertThat(Qr.of("x".repeat(213)).size()).isEqualTo(57 + 8);
        assertThatThrownBy(() -> Qr.of("x".repeat(214))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void three_corners_carry_the_mark_by_which_a_telephone_finds_the_code() {
        var code = Qr.of("https://a.example/interest/abc");
        int last = code.size() - 4 - 7;

        for (var corner : new int[][] {{4, 4}, {last, 4}, {4, last}}) {
            assertThat(code.isDark(corner[0], corner[1])).isTrue();
            assertThat(code.isDark(corner[0] + 1, corner[1] + 1)).isFalse();
            assertThat(code.isDark(corner[0] + 3, corner[1] + 3)).isTrue();
        }
        assertThat(code.isDark(3, 4)).isFalse();
    }

    /** The example of the correction in ISO/IEC 18004, annex I: the field's product of 2 and 128 wraps. */
    @Test
    void products_stay_in_the_field() {
        assertThat(Qr.times(2, 128)).isEqualTo(0x1D);
        assertThat(Qr.times(1, 200)).isEqualTo(200);
        assertThat(Qr.times(0, 7)).isZero();
    }
}
