package org.circlekeeper.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address as a QR code, read back from the drawing as a telephone would. */
class QrTest {

    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int PIXELS = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example",
                "https://circlekeeper.example.org:8443/interest/AZv3c0q_eJmB2r4pJ0m9ZxYq7lU2oT8cN1hVbK5dWgE",
                "https://kreis.example/gespräch"
            })
    void what_is_drawn_reads_as_the_address(String address) throws ReaderException {
        assertThat(read(Qr.of(address))).isEqualTo(address);
    }

    @Test
    void the_longest_address_reads_too_and_a_longer_one_is_refused() throws ReaderException {
        var longest = "x".repeat(2_000);

        assertThat(read(Qr.of(longest))).isEqualTo(longest);
        assertThatThrownBy(() -> Qr.of(longest + "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Qr.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void four_modules_around_it_stay_light() {
        var code = Qr.of("https://a.example");
        var dark = MODULE.matcher(code.path()).results().toList();

        assertThat(dark)
                .isNotEmpty()
                .allSatisfy(module -> assertThat(module.group(1) + " " + module.group(2))
                        .satisfies(_ ->
                                assertThat(Integer.parseInt(module.group(1))).isBetween(4, code.size() - 5))
                        .satisfies(_ ->
                                assertThat(Integer.parseInt(module.group(2))).isBetween(4, code.size() - 5)));
    }

    private static String read(Qr code) throws ReaderException {
        int side = code.size() * PIXELS;
        var picture = new int[side * side];
        Arrays.fill(picture, 0xFFFFFF);
        MODULE.matcher(code.path())
                .results()
                .forEach(module ->
                        blacken(picture, side, Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2))));
        var source = new RGBLuminanceSource(side, side, picture);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static void blacken(int[] picture, int side, int x, int y) {
        for (int row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
            Arrays.fill(picture, row * side + x * PIXELS, row * side + (x + 1) * PIXELS, 0);
        }
    }
}
