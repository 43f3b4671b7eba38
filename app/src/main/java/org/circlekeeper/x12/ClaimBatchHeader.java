package org.circlekeeper.x12;

/**
 * What all claims of one file share.
 *
 * @param batchId BHT03, which the 277CA repeats; a file of more than one set adds "-2", "-3", … from the second
 */
public record ClaimBatchHeader(
        Envelope envelope, Submitter submitter, Receiver receiver, BillingProvider billing, String batchId) {

    public ClaimBatchHeader {
        Refuse.identifier(batchId, 30, "The number of a batch");
    }

    /** What a claim may not be, seen from the file it goes into. */
    public void refuse(ProfessionalClaim claim) {
        var rendering = claim.rendering();
        boolean groupRenders = rendering != null && rendering.npi().equals(billing.npi()) && !billing.is(rendering);
        if (groupRenders) {
            throw new IllegalArgumentException("The clinician of a claim has an NPI of their own, not the practice's");
        }
        if (rendering == null && billing.name() instanceof BillingProvider.Organization) {
            throw new IllegalArgumentException("A claim of an organization names the clinician");
        }
        for (var line : claim.lines()) {
            if (line.serviceDate().isAfter(envelope.at().toLocalDate())) {
                throw new IllegalArgumentException("A service after the day of the file has not taken place");
            }
        }
    }
}
