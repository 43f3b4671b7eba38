package org.circlekeeper.eligibility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.circlekeeper.terms.Sha256;
import org.circlekeeper.x12.X12Source;

/**
 * What a file holds, read from its beginning as often as asked and never held as a whole: payers send answers about
 * everybody of a practice in one file.
 *
 * @param size in bytes
 */
public record Content(X12Source source, long size) {

    public static Content of(byte[] bytes) {
        return new Content(() -> new ByteArrayInputStream(bytes), bytes.length);
    }

    static Content of(Path file) throws IOException {
        return new Content(() -> Files.newInputStream(file), Files.size(file));
    }

    InputStream open() throws IOException {
        return source.open();
    }

    /** In 64 hexadecimal digits. */
    String sha256() throws IOException {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
