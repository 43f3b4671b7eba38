package org.circlekeeper.claims;

import java.util.List;

/** Claims went to a status together: prepared, filed, sent, withdrawn. The next round may come sooner. */
public record ClaimMoved(List<ClaimId> claims, ClaimStatus to) {

    public ClaimMoved {
        claims = List.copyOf(claims);
    }
}
