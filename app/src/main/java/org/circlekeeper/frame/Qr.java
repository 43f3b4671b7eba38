package org.circlekeeper.frame;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An address as a QR code (ISO/IEC 18004) with error correction M, which a crumpled sheet still gives back. It is drawn
 * here, so that no address leaves the practice to be drawn. At most 2,000 bytes.
 */
public final class Qr {

    /** Light modules around the code; the standard asks for four. */
    private static final int QUIET = 4;

    /** Larger codes than this are not read off a sheet of paper. */
    private static final int MOST_BYTES = 2_000;

    private final ByteMatrix modules;

    private Qr(ByteMatrix modules) {
        this.modules = modules;
    }

    /** Refuses an empty text and one that is too long with an IllegalArgumentException. */
    public static Qr of(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("No QR code of " + bytes + " bytes");
        }
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
            return new Qr(Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException unfit) {
            throw new IllegalArgumentException("No QR code of " + bytes + " bytes", unfit);
        }
    }

    /** Modules on a side, the quiet zone around it among them. */
    public int size() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** The dark modules as one path of an SVG. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
