package org.circlekeeper.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: a picture is kept lying as the sensor saw it, with a word beside it that says how to turn it
 * (Exif 2.32, 4.6.4 A, tag 0x0112).
 *
 * @param word 1 to 8; 1 is upright
 */
record Turn(int word) {

    private static final int ORIENTATION = 0x0112;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int MARKERS = 64;
    private static final int ENTRY_BYTES = 12;
    private static final int ENTRIES = 256;
    private static final Turn NONE = new Turn(1);

    /** What a JPEG says; upright when it says nothing, or nothing that can be read. */
    static Turn saidBy(byte[] jpeg) {
        try {
            var in = ByteBuffer.wrap(jpeg).position(2);
            for (int i = 0; i < MARKERS; i++) {
                int marker = in.getShort() & 0xFFFF;
                int length = in.getShort() & 0xFFFF;
                if (marker == START_OF_SCAN) {
                    return NONE;
                }
                if (marker == APP1 && isExif(jpeg, in.position(), length)) {
                    return read(
                            ByteBuffer.wrap(jpeg, in.position() + 6, length - 8).slice());
                }
                in.position(in.position() + length - 2);
            }
        } catch (RuntimeException unreadable) {
            return NONE;
        }
        return NONE;
    }

    BufferedImage done(BufferedImage picture) {
        if (word == 1) {
            return picture;
        }
        boolean lying = word >= 5;
        int width = lying ? picture.getHeight() : picture.getWidth();
        int height = lying ? picture.getWidth() : picture.getHeight();
        var turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = turned.createGraphics();
        brush.drawImage(picture, way(picture.getWidth(), picture.getHeight()), null);
        brush.dispose();
        return turned;
    }

    /** Where each point goes: x' = a x + c y + e, y' = b x + d y + f. */
    private AffineTransform way(int w, int h) {
        return switch (word) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static boolean isExif(byte[] jpeg, int at, int length) {
        return length > 8 && new String(jpeg, at, 6, ISO_8859_1).equals("Exif\0\0");
    }

    /** The first directory of a TIFF (TIFF 6.0, 2). */
    private static Turn read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(tiff.getShort(directory) & 0xFFFF, ENTRIES);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int word = tiff.getShort(entry + 8) & 0xFFFF;
                return word >= 1 && word <= 8 ? new Turn(word) : NONE;
            }
        }
        return NONE;
    }
}
