package org.circlekeeper.x12;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the claims of an 837P one by one, in constant memory, whoever wrote it. */
public final class ProfessionalClaimReader {

    private static final Set<String> ENDS_CLAIM = Set.of("CLM", "HL", "SE", "ST");

    private final X12Reader in;
    private ClaimUnderReading reading = new ClaimUnderReading();
    private boolean inClaims;

    public ProfessionalClaimReader(X12Reader in) {
        this.in = in;
    }

    /** All claims of a file that fits into memory. */
    public static List<ReadClaim> all(byte[] interchange) throws IOException {
        var reader = new ProfessionalClaimReader(X12Reader.of(interchange));
        List<ReadClaim> claims = new ArrayList<>();
        for (var claim = reader.next(); claim != null; claim = reader.next()) {
            claims.add(claim);
        }
        return claims;
    }

    /** The next claim, or null at the end; then {@link #ending()} tells whether the file is whole. */
    public @Nullable ReadClaim next() throws IOException {
        for (var segment = in.next(); segment != null; segment = in.next()) {
            var finished = ENDS_CLAIM.contains(segment.id()) ? reading.finish() : null;
            see(segment);
            if (finished != null) {
                return finished;
            }
        }
        return reading.finish();
    }

    public X12Ending ending() throws IOException {
        return in.ending();
    }

    private void see(Segment segment) {
        if (segment.is("ST")) {
            inClaims = segment.element(1).equals("837");
            reading = new ClaimUnderReading();
        }
        if (inClaims) {
            reading.see(segment);
        }
    }
}
