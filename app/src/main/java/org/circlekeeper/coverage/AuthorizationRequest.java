package org.circlekeeper.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/**
 * What a payer is asked to authorize for one member.
 *
 * @param extended the authorization that is to go on; null for a first one
 * @param expedited whether the payer is to decide in hours: a clinician says that waiting would harm
 * @param trace TRN02 of the 278 (005010X217, loop 2000E), which the payer's answer repeats
 * @param packet the document that was made of it; null before
 * @param sent how it was sent; null before it was
 * @param decision what the payer said; null before it did
 * @param authorization what came of it; null without
 */
public record AuthorizationRequest(
        UUID id,
        PatientId patient,
        UUID payer,
        Wanted wanted,
        boolean expedited,
        AskingStatus status,
        Instant since,
        String trace,
        @Nullable UUID packet,
        @Nullable Sent sent,
        @Nullable Decided decision,
        @Nullable UUID authorization) {

    /** How a payer is asked. */
    public enum Channel {
        FILE("278 file"),
        PORTAL("portal"),
        PHONE("phone"),
        FAX("fax");

        private final String onScreen;

        Channel(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }

        /** As in {@code by portal}. */
        public String byIt() {
            return "by " + (this == FILE ? onScreen : onScreen.toLowerCase(Locale.ROOT));
        }
    }

    /** So many units of a code in those days. */
    public record Wanted(
            ProcedureCode code,
            int units,
            DateRange days,
            @Nullable UUID extended) {

        public Wanted {
            if (units < 1 || units > 999 || days.last() == null) {
                throw new IllegalArgumentException("A request is for 1 to 999 visits until a last day");
            }
        }
    }

    /**
     * That it was sent.
     *
     * @param reference what the payer calls it, or the file it went in; empty when nothing was given
     * @param spokeWith who took it, on the phone; empty without
     */
    public record Sent(Channel channel, Instant at, String reference, String spokeWith) {}

    /**
     * What the payer decided.
     *
     * @param on the day of its notice
     * @param reason why it certified less or nothing, in its words; empty without
     * @param appealBy the last day of an appeal; null when it is not known
     * @param appealSource where that day stands; empty without
     * @param reference what the payer calls the request
     */
    public record Decided(
            LocalDate on, String reason, @Nullable LocalDate appealBy, String appealSource, String reference) {}
}
