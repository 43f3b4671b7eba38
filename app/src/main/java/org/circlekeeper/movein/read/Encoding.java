package org.circlekeeper.movein.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.circlekeeper.movein.SourceFile;
import org.jspecify.annotations.Nullable;

/** How the letters of a file are written, found by reading it once. */
public sealed interface Encoding {

    Charset WINDOWS = Charset.forName("windows-1252");

    /** Readable. {@code oddRow} is where it stopped being UTF-8, or 0. */
    record Known(Charset charset, int oddRow) implements Encoding {

        /** The text, without the mark that some programs put at its beginning. */
        public Reader open(SourceFile file) throws IOException {
            var bytes = new BufferedInputStream(file.open(), 1 << 16);
            var reader = new InputStreamReader(bytes, charset);
            skipMark(bytes, charset);
            return reader;
        }

        private static void skipMark(InputStream bytes, Charset charset) throws IOException {
            bytes.mark(4);
            var mark = "\uFEFF".getBytes(charset);
            var begin = bytes.readNBytes(mark.length);
            if (!charset.canEncode() || charset.equals(WINDOWS) || !Arrays.equals(mark, begin)) {
                bytes.reset();
            }
        }
    }

    /** Not text that can be read; the sentence says what to do. */
    record Unreadable(int row, String sentence) implements Encoding {}

    static Encoding of(SourceFile file) throws IOException {
        byte[] begin;
        try (var bytes = file.open()) {
            begin = bytes.readNBytes(4);
        }
        if (begin.length >= 2 && (begin[0] == 'P' && begin[1] == 'K' || isOldWorkbook(begin))) {
            return new Unreadable(0, "is an Excel workbook. Open it, choose Save As, CSV UTF-8, and import that file.");
        }
        var utf16 = utf16(begin);
        if (utf16 != null) {
            return firstOddRow(file, utf16) == 0 ? new Known(utf16, 0) : new Unreadable(1, BROKEN);
        }
        int odd = firstOddRow(file, StandardCharsets.UTF_8);
        if (odd == 0) {
            return new Known(StandardCharsets.UTF_8, 0);
        }
        int oddToo = firstOddRow(file, WINDOWS);
        return oddToo == 0 ? new Known(WINDOWS, odd) : new Unreadable(oddToo, BROKEN);
    }

    /** What Excel wrote before 2007: a compound file of OLE. */
    private static boolean isOldWorkbook(byte[] begin) {
        return begin.length == 4 && ByteBuffer.wrap(begin).getInt() == 0xD0CF11E0;
    }

    String BROKEN = "holds letters that are neither UTF-8 nor Windows-1252. Save the file again as CSV UTF-8.";

    private static @Nullable Charset utf16(byte[] begin) {
        if (begin.length < 2) {
            return null;
        }
        if (begin.length == 4 && begin[0] != 0 && begin[1] == 0 && begin[2] != 0 && begin[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (begin.length == 4 && begin[0] == 0 && begin[1] != 0 && begin[2] == 0 && begin[3] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        int mark = (begin[0] & 0xFF) << 8 | begin[1] & 0xFF;
        return mark == 0xFEFF ? StandardCharsets.UTF_16BE : mark == 0xFFFE ? StandardCharsets.UTF_16LE : null;
    }

    /** The row of the first letter that this encoding cannot mean, or 0 when there is none. */
    private static int firstOddRow(SourceFile file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var chars = CharBuffer.allocate(1 << 16);
        int row = 1;
        try (var in = file.open()) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                var outcome = decoder.decode(bytes, chars, end);
                chars.flip();
                for (; chars.hasRemaining(); ) {
                    char letter = chars.get();
                    row += letter == '\n' ? 1 : 0;
                    if (letter == 0) {
                        return row;
                    }
                }
                if (outcome.isError()) {
                    return row;
                }
                chars.clear();
                bytes.compact();
            }
        }
        return 0;
    }
}
