package org.circlekeeper.x12;

import java.util.HashSet;
import java.util.List;

/** The claims of one file, all in memory: what a preview and a test have. */
public record ClaimBatch(
        Envelope envelope,
        Submitter submitter,
        Receiver receiver,
        BillingProvider billing,
        String batchId,
        List<ProfessionalClaim> claims) {

    public ClaimBatch {
        claims = List.copyOf(claims);
        var header = new ClaimBatchHeader(envelope, submitter, receiver, billing, batchId);
        var numbers = new HashSet<String>();
        for (var claim : claims) {
            header.refuse(claim);
            if (!numbers.add(claim.claimNumber())) {
                throw new IllegalArgumentException("Each claim of a file has a number of its own");
            }
        }
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("A file of claims has a claim");
        }
    }

    public ClaimBatchHeader header() {
        return new ClaimBatchHeader(envelope, submitter, receiver, billing, batchId);
    }
}
