package org.circlekeeper.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, of which the next few can be looked at before they are taken. */
final class SourceBytes {

    private static final int ROOM = 1 << 16;
    private static final String BLANK = " \t\r\n\f";

    private final InputStream in;
    private final byte[] buffer = new byte[ROOM];
    private int at;
    private int filled;

    SourceBytes(InputStream in) {
        this.in = in;
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        return at < filled || fill(1) ? buffer[at++] & 0xFF : -1;
    }

    /** The byte so many places ahead, or -1 where the file has ended. */
    int peek(int ahead) throws IOException {
        return at + ahead < filled || fill(ahead + 1) ? buffer[at + ahead] & 0xFF : -1;
    }

    /**
     * The text up to a terminator, which is taken too, where it lies in the buffer as plain ASCII on one line; null,
     * and nothing taken, where it has to be read byte by byte.
     */
    @Nullable
    String plainSegment(char terminator) {
        int from = at;
        while (from < filled && isLineEnd(buffer[from]) && buffer[from] != terminator) {
            from++;
        }
        for (int place = from; place < filled; place++) {
            byte next = buffer[place];
            if (next == terminator) {
                at = place + 1;
                return new String(buffer, from, place - from, StandardCharsets.ISO_8859_1);
            }
            if (next < ' ') {
                return null;
            }
        }
        return null;
    }

    private static boolean isLineEnd(byte next) {
        return next == '\r' || next == '\n';
    }

    /** Skips a byte order mark and white space; false when nothing is left. */
    boolean skipBlank() throws IOException {
        if (peek(0) == 0xEF && peek(1) == 0xBB && peek(2) == 0xBF) {
            at += 3;
        }
        while (peek(0) >= 0 && peek(0) <= ' ') {
            at++;
        }
        return peek(0) >= 0;
    }

    /** True when the next bytes are ISA and a character that can separate. */
    boolean startsWithIsa() throws IOException {
        int separator = peek(3);
        boolean letters = letter(0) == 'I' && letter(1) == 'S' && letter(2) == 'A';
        return letters && separator > 0 && !Character.isLetterOrDigit(separator) && " .-\r\n".indexOf(separator) < 0;
    }

    /** Skips whatever lies behind one interchange, up to the next, and tells when it was more than white space. */
    boolean skipToIsa(Runnable bytesBehind) throws IOException {
        boolean blank = true;
        while (peek(0) >= 0 && !startsWithIsa()) {
            blank &= BLANK.indexOf(peek(0)) >= 0;
            at++;
        }
        if (!blank) {
            bytesBehind.run();
        }
        return peek(0) >= 0;
    }

    private int letter(int ahead) throws IOException {
        return Character.toUpperCase(peek(ahead));
    }

    /** Makes so many bytes available, however few the source gives at a time. */
    private boolean fill(int wanted) throws IOException {
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
        at = 0;
        while (filled < wanted) {
            int got = in.read(buffer, filled, ROOM - filled);
            if (got < 0) {
                return false;
            }
            filled += got;
        }
        return true;
    }
}
