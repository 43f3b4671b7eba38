package org.circlekeeper.x12;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of the segment that is being read. */
final class HeldBytes {

    private byte[] bytes = new byte[256];
    private int length;
    private boolean ascii = true;

    void clear() {
        length = 0;
        ascii = true;
    }

    void add(byte next) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = next;
        ascii &= next >= 0;
    }

    int length() {
        return length;
    }

    /** UTF-8 where it is valid, else the older Western encoding. */
    String text() {
        if (ascii) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
        try {
            var utf8 = StandardCharsets.UTF_8.newDecoder();
            return utf8.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
    }
}
