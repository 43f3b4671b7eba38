package org.circlekeeper.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An address as a QR code (ISO/IEC 18004): bytes, error correction M, which a crumpled sheet still gives back. Drawn
 * here so that no address leaves the practice to be drawn. At most 213 bytes.
 */
public final class Qr {

    /** Of versions 1 to 10 at level M: correction bytes of a block, blocks, bytes of the shortest block. */
    private static final int[][] VERSIONS = {
        {10, 1, 16}, {16, 1, 28}, {26, 1, 44}, {18, 2, 32}, {24, 2, 43},
        {16, 4, 27}, {18, 4, 31}, {22, 4, 38}, {22, 5, 36}, {26, 5, 43}
    };

    /** How many of the blocks of a version hold one byte more. */
    private static final int[] LONGER = {0, 0, 0, 0, 0, 0, 0, 2, 2, 1};

    private static final int QUIET = 4;
    private static final int FIELD = 0x11D;

    private final QrBoard board;

    private Qr(QrBoard board) {
        this.board = board;
    }

    /** Refuses what is longer than a code of this size holds with an IllegalArgumentException. */
    public static Qr of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int version = 1; version <= VERSIONS.length; version++) {
            if (bytes.length + (version < 10 ? 2 : 3) <= capacity(version)) {
                return new Qr(QrBoard.of(version, words(version, bytes)));
            }
        }
        throw new IllegalArgumentException("Too long for a QR code: " + bytes.length + " bytes");
    }

    /** Modules on a side, the quiet zone around it among them. */
    public int size() {
        return board.size() + 2 * QUIET;
    }

    /** Whether a module is dark; the quiet zone is light. */
    boolean isDark(int x, int y) {
        return board.isDark(x - QUIET, y - QUIET);
    }

    /** The dark modules as one path of an SVG. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                if (isDark(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private static int capacity(int version) {
        var kind = VERSIONS[version - 1];
        return kind[1] * kind[2] + LONGER[version - 1];
    }

    /** What is written: the bytes, filled up, in blocks, each with its correction, byte by byte from every block. */
    private static byte[] words(int version, byte[] text) {
        var kind = VERSIONS[version - 1];
        var whole = filled(version, text);
        var blocks = new byte[kind[1]][];
        int from = 0;
        for (int i = 0; i < blocks.length; i++) {
            int length = kind[2] + (i >= blocks.length - LONGER[version - 1] ? 1 : 0);
            blocks[i] = Arrays.copyOfRange(whole, from, from + length);
            from += length;
        }
        var words = new byte[whole.length + blocks.length * kind[0]];
        int at = 0;
        for (int i = 0; i <= kind[2]; i++) {
            for (var block : blocks) {
                if (i < block.length) {
                    words[at++] = block[i];
                }
            }
        }
        var corrections = new byte[blocks.length][];
        for (int i = 0; i < blocks.length; i++) {
            corrections[i] = correction(blocks[i], kind[0]);
        }
        for (int i = 0; i < kind[0]; i++) {
            for (var correction : corrections) {
                words[at++] = correction[i];
            }
        }
        return words;
    }

    /** The mode for bytes, how many, the bytes, an end, and two bytes in turn until it is full. */
    private static byte[] filled(int version, byte[] text) {
        var bits = new StringBuilder("0100").append(binary(text.length, version < 10 ? 8 : 16));
        for (byte one : text) {
            bits.append(binary(one & 0xFF, 8));
        }
        int most = capacity(version) * 8;
        bits.append("0".repeat(Math.min(4, most - bits.length())));
        bits.append("0".repeat((8 - bits.length() % 8) % 8));
        for (int i = 0; bits.length() < most; i++) {
            bits.append(binary(i % 2 == 0 ? 0xEC : 0x11, 8));
        }
        var bytes = new byte[most / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }

    private static String binary(int number, int length) {
        var digits = Integer.toBinaryString(number);
        return "0".repeat(length - digits.length()) + digits;
    }

    /** The rest of a division in the field of 256 (Reed and Solomon). */
    private static byte[] correction(byte[] block, int length) {
        var generator = generator(length);
        var rest = new int[length];
        for (byte one : block) {
            int factor = (one & 0xFF) ^ rest[0];
            System.arraycopy(rest, 1, rest, 0, length - 1);
            rest[length - 1] = 0;
            for (int i = 0; i < length; i++) {
                rest[i] ^= times(generator[i], factor);
            }
        }
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) rest[i];
        }
        return bytes;
    }

    private static int[] generator(int length) {
        var generator = new int[length];
        generator[length - 1] = 1;
        int root = 1;
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < length; j++) {
                generator[j] = times(generator[j], root) ^ (j + 1 < length ? generator[j + 1] : 0);
            }
            root = times(root, 2);
        }
        return generator;
    }

    static int times(int one, int other) {
        int product = 0;
        for (int i = 7; i >= 0; i--) {
            product = (product << 1) ^ ((product >>> 7) * FIELD);
            product ^= ((other >>> i) & 1) * one;
        }
        return product;
    }
}
