package org.circlekeeper.claims;

/** Claims went to a status together: prepared, filed, sent, withdrawn. The next round may come sooner. */
public record ClaimMoved(java.util.List<ClaimId> claims, ClaimStatus to) {

    public ClaimMoved {
        claims = java.util.List.copyOf(claims);
    }
}
