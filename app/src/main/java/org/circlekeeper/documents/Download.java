package org.circlekeeper.documents;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A document on its way to a browser: to be kept as a file, under a name of ours, and never run or shown within this
 * site, whatever stands in it.
 */
public final class Download {

    private Download() {}

    public static ResponseEntity<byte[]> of(Opened.Whole opened) {
        var document = opened.document();
        return of(MediaType.parseMediaType(document.type().mediaType()), document.fileName(), opened.bytes());
    }

    /** What was printed and is kept nowhere. The name of the file names nobody. */
    public static ResponseEntity<byte[]> of(Printed printed, String fileName) {
        return of(MediaType.APPLICATION_PDF, fileName, printed.pdf());
    }

    private static ResponseEntity<byte[]> of(MediaType type, String fileName, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
