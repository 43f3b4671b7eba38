package org.circlekeeper.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file about one patient. The file itself never changes.
 *
 * @param name what it is called on a page; a download has a name that tells of nobody
 * @param size in bytes
 * @param sha256 of the plain bytes, in 64 hexadecimal digits
 * @param removed who took it off the record, when and why; null while it stands there
 */
public record Document(
        DocumentId id,
        DocumentKind kind,
        UUID patient,
        String name,
        FileType type,
        int size,
        String sha256,
        String storedBy,
        Instant storedAt,
        @Nullable Removed removed) {

    /** That it was taken off the record. It is kept all the same. */
    public record Removed(Instant at, String by, String why) {}

    /** As a download is called: {@code insurance-card-0f8e….jpg}. */
    public String fileName() {
        return kind.inFileName() + "-" + id + "." + type.ending();
    }
}
