package org.circlekeeper.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.stream.Stream;

/** What a file is by its first bytes: never by its name, nor by the word of whoever sends it. */
public enum FileType {
    /** ISO 32000-1, 7.5.2. Only from the first byte on: what stands before it would make it another file as well. */
    PDF("application/pdf", "pdf", "%PDF-"),
    /** ITU-T T.81, B.1.1.3: start of image, and the first byte of the next marker. */
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    /** ISO 15948, 5.2. */
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n");

    private final String mediaType;
    private final String ending;
    private final byte[] beginning;

    FileType(String mediaType, String ending, String beginning) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.beginning = beginning.getBytes(ISO_8859_1);
    }

    public String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }

    static Optional<FileType> of(byte[] bytes) {
        return Stream.of(values()).filter(type -> type.begins(bytes)).findFirst();
    }

    static FileType ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    private boolean begins(byte[] bytes) {
        for (int i = 0; i < beginning.length; i++) {
            if (i >= bytes.length || bytes[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
