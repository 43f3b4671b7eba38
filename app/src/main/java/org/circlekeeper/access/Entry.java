package org.circlekeeper.access;

import java.time.Instant;
import org.circlekeeper.terms.PersonId;

/** What came of somebody's trying to sign in by password. */
public sealed interface Entry {

    record Welcome(PersonId person) implements Entry {}

    /** Unknown address, wrong password, no password yet, shut out: which of them is not told. */
    record Wrong() implements Entry {}

    /** Too many wrong tries; the next counts from then on. */
    record Locked(Instant until) implements Entry {}
}
