package org.circlekeeper.documents;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.circlekeeper.documents.Stored.Why;

/**
 * Makes a picture anew from what can be seen of it. What a camera wrote beside it (place, time, owner) is gone, and so
 * is anything else that hides in the file. It is turned as the camera said.
 */
final class Picture {

    /** The most that a picture may say it has, read before any of it is unpacked. */
    static final long MOST_PIXELS = 40_000_000;

    /** The most that is kept: a card or a page is read well with fewer. Unpacked that is 48 MB. */
    private static final long KEPT_PIXELS = 12_000_000;

    private static final float QUALITY = 0.85f;

    private Picture() {}

    static Incoming anew(FileType type, byte[] bytes) {
        var readers = ImageIO.getImageReadersByFormatName(type.name());
        var reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // Texts beside a picture may unpack to anything: they are passed over.
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                return new Incoming.Refused(
                        Why.TOO_MANY_POINTS,
                        "This picture has more than 40 million points. Take it with less detail and send it again.");
            }
            var seen = read(reader, pixels);
            var upright = type == FileType.JPEG ? Turn.saidBy(bytes).done(seen) : seen;
            return new Incoming.Fine(type, written(type, upright));
        } catch (IOException | RuntimeException broken) {
            return new Incoming.Refused(
                    Why.DAMAGED,
                    "This picture cannot be read: it is damaged, or made for printing presses. Take "
                            + "it again, or save it anew as JPEG, and send that.");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, long pixels) throws IOException {
        int each = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(each, each, 0, 0);
        return reader.read(0, how);
    }

    private static byte[] written(FileType type, BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(plain(type, picture), null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** In plain red, green and blue, whatever colours the file was written in. */
    private static BufferedImage plain(FileType type, BufferedImage picture) {
        int kind = type == FileType.PNG && picture.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB;
        if (picture.getType() == kind) {
            return picture;
        }
        var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), kind);
        Graphics2D brush = plain.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        brush.drawImage(picture, 0, 0, null);
        brush.dispose();
        return plain;
    }
}
