package org.circlekeeper.x12.review;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a payer decides about a request for an authorization (HCR01). */
public enum Decision {
    /** A1: all that was asked for. */
    CERTIFIED,
    /** A6: something else, fewer visits most often. */
    MODIFIED,
    /** A2: some of it. */
    PARTIAL,
    /** A3. */
    DENIED,
    /** A4: not decided yet. */
    PENDED,
    /** CT. */
    CONTACT_PAYER,
    /** NA: no authorization is needed. */
    NOT_REQUIRED,
    /** C: taken back. */
    CANCELLED,
    /** Any AAA: the request was not looked at. */
    REJECTED;

    static @Nullable Decision of(String code) {
        return switch (code) {
            case "A1" -> CERTIFIED;
            case "A2" -> PARTIAL;
            case "A3" -> DENIED;
            case "A4" -> PENDED;
            case "A6" -> MODIFIED;
            case "C" -> CANCELLED;
            case "CT" -> CONTACT_PAYER;
            case "NA" -> NOT_REQUIRED;
            default -> null;
        };
    }

    /** What the decisions about single services come to; null when there are none. */
    static @Nullable Decision ofAll(List<Decision> services) {
        var distinct = services.stream().distinct().toList();
        if (distinct.size() <= 1) {
            return distinct.isEmpty() ? null : distinct.getFirst();
        }
        return distinct.stream().anyMatch(Decision::certifies) ? PARTIAL : PENDED;
    }

    /** True when visits may be held by it. */
    public boolean certifies() {
        return this == CERTIFIED || this == MODIFIED || this == PARTIAL;
    }

    /** As programs are told: {@code contact-payer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
