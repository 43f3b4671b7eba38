package org.circlekeeper.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one family of letters in which everything is printed, upright and bold: DejaVu Sans, which knows Latin, Greek,
 * Cyrillic, Armenian, Georgian, Hebrew, Arabic, Lao and some more.
 */
final class PaperFont {

    static final String FAMILY = "Paper";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final byte[] upright = read("DejaVuSans.ttf");
    private final byte[] bold = read("DejaVuSans-Bold.ttf");
    private final CmapLookup known = letters(upright);
    private final CmapLookup knownInBold = letters(bold);

    InputStream upright() {
        return new ByteArrayInputStream(upright);
    }

    InputStream bold() {
        return new ByteArrayInputStream(bold);
    }

    boolean draws(int letter) {
        return Character.isWhitespace(letter)
                || Character.getType(letter) == Character.FORMAT
                || known.getGlyphId(letter) != 0 && knownInBold.getGlyphId(letter) != 0;
    }

    private static CmapLookup letters(byte[] font) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(font)).getUnicodeCmapLookup();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] read(String name) {
        try (var in = Objects.requireNonNull(PaperFont.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
