package org.circlekeeper.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import org.circlekeeper.documents.Stored.Why;

/** A file that comes in, examined: what it is by its bytes, small enough, and if it is a picture made anew. Pure. */
sealed interface Incoming {

    /** The most of a file, in bytes. */
    int MOST_BYTES = 10 * 1024 * 1024;

    /** HEIF (ISO 23008-12, 10.2 and B.4.1): the brands under which telephones write it. */
    Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif");

    int BRAND = 8;
    int BRAND_END = 12;

    /** What may be kept: these bytes, which need not be those that came. */
    record Fine(FileType type, byte[] bytes) implements Incoming {}

    /**
     * Not kept.
     *
     * @param why in one word, for whoever says it in another language
     */
    record Refused(Why why, String sentence) implements Incoming {}

    static Incoming examined(byte[] bytes) {
        if (bytes.length == 0) {
            return new Refused(Why.EMPTY, "This file is empty. Choose it again.");
        }
        if (bytes.length > MOST_BYTES) {
            return new Refused(
                    Why.TOO_LARGE,
                    "This file has more than 10 MB. Take the picture with less detail, or split the PDF.");
        }
        if (isHeic(bytes)) {
            return new Refused(
                    Why.HEIC,
                    "This is a picture in Apple's own format (HEIC), which not every computer opens. Send it "
                            + "as JPEG: on an iPhone choose Settings, Camera, Formats, Most Compatible, and take it again; or "
                            + "take a screenshot of it and send that.");
        }
        return FileType.of(bytes)
                .map(type -> type == FileType.PDF ? new Fine(type, bytes) : Picture.anew(type, bytes))
                .orElseGet(
                        () -> new Refused(
                                Why.OTHER_KIND,
                                "This is no PDF, JPEG or PNG, whatever it is called. Save it as one of these and send it again."));
    }

    private static boolean isHeic(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, BRAND_END), ISO_8859_1);
        return head.length() == BRAND_END && head.startsWith("ftyp", 4) && HEIC.contains(head.substring(BRAND));
    }
}
