package org.circlekeeper.portal;

import java.util.Objects;
import java.util.Set;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.messaging.Inbox;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signed in to the members' own pages. A controller method takes it as a parameter.
 *
 * @param label as the audit trail calls them: the member, or the name of who acts for one
 * @param own whether the pages are about whoever signed in
 * @param acting whom the pages are about; null until it is said
 * @param parts what they may see and change for that member
 * @param several whether they can be about somebody else, too
 */
public record SignedInMember(
        PracticeId practice,
        AccountId account,
        String label,
        boolean own,
        @Nullable PatientId acting,
        Set<MemberPart> parts,
        boolean several)
        implements MemberSignIn {

    public SignedInMember {
        parts = Set.copyOf(parts);
    }

    /** The member whom the pages are about, on every route of a part. */
    public PatientId member() {
        return Objects.requireNonNull(acting, "Nobody has said for whom");
    }

    @Override
    public boolean may(MemberPart part) {
        return part == MemberPart.ANY || acting != null && parts.contains(part);
    }

    /** As the one who reads the member's inbox. */
    public Inbox.Reader reader() {
        return new Inbox.Reader(account.value(), label, own);
    }

    public Actor actor() {
        return new Actor.Member(account.value(), label);
    }
}
