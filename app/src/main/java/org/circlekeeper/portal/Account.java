package org.circlekeeper.portal;

import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in to the members' own pages.
 *
 * @param patient the member it is; null for somebody who acts for members and has a name and an address here
 * @param codeHash of the code they chose; null until they have come in
 */
public record Account(
        AccountId id,
        @Nullable PatientId patient,
        String name,
        String email,
        @Nullable String codeHash) {

    /** The label of a member's own account. */
    public static final String MEMBER = "the member";

    public boolean hasJoined() {
        return codeHash != null;
    }

    /** As the audit trail and staff read it. */
    public String label() {
        return patient == null ? name : MEMBER;
    }
}
