package org.circlekeeper.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody acts for a member (45 CFR 164.502(g)).
 *
 * @param account who acts
 * @param name of who acts
 * @param joined whether they have come in
 * @param parts in what they act
 * @param document what shows that they may, and where it is kept
 * @param authority the document itself, on the member's record; null when it was not handed in
 * @param days from when on, and the last day
 * @param ofAge the first day on which the member decides for themselves, of age or by a consent to care of their own;
 *     null when they do already
 * @param ended who ended it, and why; null while nobody did
 */
public record Proxy(
        ProxyId id,
        AccountId account,
        PatientId member,
        String name,
        boolean joined,
        Relation relation,
        Set<MemberPart> parts,
        String document,
        @Nullable DocumentId authority,
        Days days,
        @Nullable LocalDate ofAge,
        @Nullable Ended ended) {

    public Proxy {
        parts = Set.copyOf(parts);
    }

    /** Why they may act. */
    public enum Relation {
        PARENT("parent of a minor"),
        GUARDIAN("legal guardian of a minor"),
        REPRESENTATIVE("representative of an adult, by a court or a power of attorney");

        private final String onScreen;

        Relation(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }

        /** Whether it ends by itself when the member comes of age. */
        public boolean isOfMinor() {
            return this != REPRESENTATIVE;
        }
    }

    /** First and last day. */
    public record Days(LocalDate first, @Nullable LocalDate last) {
        boolean include(LocalDate day) {
            return !day.isBefore(first) && (last == null || !day.isAfter(last));
        }
    }

    /** Who ended it. */
    public record Ended(String by, Instant at, String why) {}

    /** The same, where the member is of age no later than that day, whatever was so when it was granted. */
    Proxy atMostUntil(LocalDate age) {
        return ofAge == null || !age.isBefore(ofAge)
                ? this
                : new Proxy(id, account, member, name, joined, relation, parts, document, authority, days, age, ended);
    }

    public boolean standsOn(LocalDate day) {
        return ended == null && days.include(day) && (ofAge == null || day.isBefore(ofAge));
    }
}
