package org.circlekeeper.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken in, by its bytes alone, and what becomes of it. */
class IncomingTest {

    private static final String HIDDEN = "GPS 41.8781 N <script>alert(1)</script>";

    @Test
    void a_pdf_is_kept_as_it_came() {
        var pdf = "%PDF-1.7 and so on".getBytes(ISO_8859_1);

        assertThat(fine(pdf).type()).isEqualTo(FileType.PDF);
        assertThat(fine(pdf).bytes()).isEqualTo(pdf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "GIF89a",
                "PK\u0003\u0004 zipped",
                "<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>",
                "MZ a program",
                " %PDF-1.7 with something before it",
                "II*\u0000 a TIFF"
            })
    void whatever_it_is_called_what_is_no_pdf_jpeg_or_png_is_refused(String bytes) {
        assertThat(refused(bytes.getBytes(ISO_8859_1))).startsWith("This is no PDF, JPEG or PNG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "mif1", "msf1"})
    void a_picture_of_apples_own_is_refused_with_how_to_send_another(String brand) {
        assertThat(refused(("\0\0\0\u0018ftyp" + brand + "\0\0\0\0").getBytes(ISO_8859_1)))
                .contains("Settings, Camera, Formats, Most Compatible");
    }

    @Test
    void too_much_and_nothing_at_all_are_refused() {
        assertThat(refused(new byte[0])).startsWith("This file is empty");
        assertThat(refused(Arrays.copyOf("%PDF-1.7".getBytes(ISO_8859_1), Incoming.MOST_BYTES + 1)))
                .startsWith("This file has more than 10 MB");
        assertThat(fine(Arrays.copyOf("%PDF-1.7".getBytes(ISO_8859_1), Incoming.MOST_BYTES)))
                .isNotNull();
    }

    /** A few dozen bytes that would unpack to gigabytes: the size stands in the head and is read first. */
    @Test
    void a_picture_with_too_many_points_is_refused_before_it_is_unpacked() {
        assertThat(refused(pngOfSize(30_000, 30_000))).startsWith("This picture has more than 40 million points");
        assertThat(refused(pngOfSize(6_000, 6_000))).startsWith("This picture cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff\u00d8\u00ff\u00e0", "\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff\u00e1\0\u0002"})
    void a_damaged_picture_is_refused(String head) {
        assertThat(refused(head.getBytes(ISO_8859_1))).startsWith("This picture cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPEG", "PNG"})
    void a_picture_is_made_anew_and_what_hid_in_it_is_gone(String format) throws IOException {
        var picture = written(half(40, 20), format);
        var carrier = concat(picture, HIDDEN.getBytes(StandardCharsets.UTF_8), "%PDF-1.7".getBytes(ISO_8859_1));
        var kept = fine(carrier);

        assertThat(kept.type()).hasToString(format);
        assertThat(new String(kept.bytes(), ISO_8859_1)).doesNotContain("GPS", "script", "%PDF", "Exif");
        var seen = ImageIO.read(new ByteArrayInputStream(kept.bytes()));
        assertThat(seen.getWidth()).isEqualTo(40);
        assertThat(isDark(seen, 5, 10)).isTrue();
        assertThat(isDark(seen, 35, 10)).isFalse();
    }

    /** The picture is dark on its left; each word says where that ends up (Exif 2.32, 4.6.4 A). */
    @ParameterizedTest
    @CsvSource({
        "1, 40, 5, 10", "2, 40, 35, 10", "3, 40, 35, 10", "4, 40, 5, 10", //
        "5, 20, 10, 5", "6, 20, 10, 5", "7, 20, 10, 35", "8, 20, 10, 35"
    })
    void a_picture_is_turned_as_the_camera_was_held(int word, int width, int darkX, int darkY) throws IOException {
        var kept = fine(turned(written(half(40, 20), "JPEG"), word));
        var seen = ImageIO.read(new ByteArrayInputStream(kept.bytes()));

        assertThat(new String(kept.bytes(), ISO_8859_1)).doesNotContain("Exif");
        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(isDark(seen, darkX, darkY)).isTrue();
        assertThat(isDark(seen, seen.getWidth() - 1 - darkX, seen.getHeight() - 1 - darkY))
                .isFalse();
    }

    @Test
    void a_large_picture_is_kept_with_fewer_points() throws IOException {
        var kept = fine(written(new BufferedImage(5_000, 4_000, BufferedImage.TYPE_BYTE_GRAY), "JPEG"));
        var seen = ImageIO.read(new ByteArrayInputStream(kept.bytes()));

        assertThat(seen.getWidth() * seen.getHeight()).isBetween(3_000_000, 12_000_000);
    }

    private static Incoming.Fine fine(byte[] bytes) {
        var examined = Incoming.examined(bytes);
        assertThat(examined).isInstanceOf(Incoming.Fine.class);
        return (Incoming.Fine) examined;
    }

    private static String refused(byte[] bytes) {
        var examined = Incoming.examined(bytes);
        assertThat(examined).isInstanceOf(Incoming.Refused.class);
        return ((Incoming.Refused) examined).sentence();
    }

    private static BufferedImage half(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(width / 2, 0, width / 2, height);
        brush.dispose();
        return picture;
    }

    private static boolean isDark(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xFF) < 128;
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** With an APP1 segment behind the start: Exif, one entry, the orientation; and a place. */
    private static byte[] turned(byte[] jpeg, int word) {
        var tiff = ByteBuffer.allocate(26)
                .put("MM".getBytes(ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) word)
                .array();
        var exif = concat("Exif\0\0".getBytes(ISO_8859_1), tiff, HIDDEN.getBytes(StandardCharsets.UTF_8));
        var marker = ByteBuffer.allocate(4)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .array();
        return concat(Arrays.copyOf(jpeg, 2), marker, exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The head of a PNG and nothing else. */
    private static byte[] pngOfSize(int width, int height) {
        var head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(head);
        return concat(
                "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1),
                ByteBuffer.allocate(4).putInt(13).array(),
                head,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
