package org.circlekeeper.x12;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** Writes claims as an 837P, the professional claim of 005010X222A1. */
public final class ProfessionalClaims {

    private ProfessionalClaims() {}

    /**
     * Writes claims as they come and keeps none. The caller sees to it that no claim number comes twice, puts claims of
     * one patient behind each other to share their loops, and closes the stream.
     */
    public static void write(ClaimBatchHeader header, Iterator<ProfessionalClaim> claims, OutputStream out)
            throws IOException {
        var segments = new SegmentWriter(out, header.envelope().delimiters());
        new ProfessionalClaimWriter(header, segments).write(claims);
    }

    public static byte[] write(ClaimBatch batch) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(batch.header(), batch.claims().iterator(), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
