package org.circlekeeper.practice;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the practice itself keeps about a payer, or about all of them when {@code payer} is null.
 *
 * @param amount people, minutes or days, as the kind says
 * @param leaders how many lead at the least when it holds; null when it holds however many lead
 * @param verifiedOn when somebody last looked at the source; null is shown as "not verified"
 */
public record OwnRule(
        UUID id,
        @Nullable UUID payer,
        Kind kind,
        int amount,
        @Nullable Integer leaders,
        DateRange days,
        String source,
        @Nullable LocalDate verifiedOn) {

    /** One that holds however many lead. */
    public OwnRule(
            UUID id,
            @Nullable UUID payer,
            Kind kind,
            int amount,
            DateRange days,
            String source,
            @Nullable LocalDate verifiedOn) {
        this(id, payer, kind, amount, null, days, source, verifiedOn);
    }

    /** Whether it holds when so many lead. */
    public boolean isFor(int leading) {
        return leaders == null || leaders <= leading;
    }

    /** Of two rules that hold, the one for more leaders stands before the other. */
    public boolean standsBefore(OwnRule other) {
        return (leaders == null ? 0 : leaders) >= (other.leaders == null ? 0 : other.leaders);
    }

    /** As in {@code with 2 leaders}; empty when it holds however many lead. */
    public String withLeaders() {
        return leaders == null ? "" : " with " + leaders + (leaders == 1 ? " leader" : " leaders");
    }

    /** What a rule is about, and the unit of its amount. */
    public enum Kind {
        /** No more people in the room than this, counted whoever pays. */
        MOST_PEOPLE("people at the most"),
        /** No fewer people in the room than this. */
        FEWEST_PEOPLE("people at the least"),
        /** A shorter visit is looked at by a person before it is billed; minutes. */
        LOOK_AT_SHORTER("minutes: look at a shorter visit"),
        /** Days after the date of service within which a claim must arrive. */
        TIMELY_FILING("days to file"),
        /** Not billed without a prior authorization; the amount is 1. */
        AUTHORIZATION("prior authorization needed"),
        /** Calendar days in which the payer decides on a request for an authorization. */
        DECISION_DAYS("days until an authorization is decided"),
        /** Calendar days from a denial within which it must be appealed. */
        APPEAL_DAYS("days to appeal a denied authorization");

        private final String onScreen;

        Kind(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }
}
