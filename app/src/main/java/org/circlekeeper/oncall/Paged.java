package org.circlekeeper.oncall;

import java.time.Instant;
import org.circlekeeper.terms.PersonId;

/** Somebody who was paged, when, and how far the e-mail came. */
public record Paged(PersonId person, Instant at, Way way) {

    /** How far it came. */
    public enum Way {
        /** It leaves with the next minute. */
        UNDER_WAY,
        /** A mail server took it. */
        LEFT,
        /** On trial it was written as a file, and told nobody. */
        FILE,
        /** No mail server takes it now: it is tried again, and the next is paged. */
        WAITS,
        /** It will never leave: nobody is at that address, or there was none. */
        NOBODY_THERE,
        /** It will never leave for another cause, such as hours without a mail server; the address may be right. */
        NEVER
    }

    /** The same, on trial: nothing leaves then. */
    Paged onTrial() {
        return way == Way.LEFT ? new Paged(person, at, Way.FILE) : this;
    }

    /** Whether it reached nobody so far, as far as can be known. */
    public boolean isStuck() {
        return way == Way.WAITS || way == Way.NOBODY_THERE || way == Way.NEVER;
    }
}
