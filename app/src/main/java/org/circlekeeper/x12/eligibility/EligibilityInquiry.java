package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.x12.AskedPerson;
import org.circlekeeper.x12.Asker;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.Refuse;
import org.jspecify.annotations.Nullable;

/**
 * A question about one person's benefits.
 *
 * @param reference BHT03, which the answer repeats
 * @param trace TRN02, which the answer repeats
 * @param traceOwner TRN03: ten characters that say whose number it is, most often 9 and nine of our own
 * @param relationship INS02 of the dependent: 01 spouse, 19 child, 34 other; ignored without one
 * @param dependent who is asked about, or null when it is the subscriber
 * @param serviceDate null asks about today
 * @param serviceTypes EQ01: MH, A6, 98, 30, …
 * @param procedure EQ02, which most payers pass over; null for none
 */
public record EligibilityInquiry(
        String reference,
        String trace,
        String traceOwner,
        PayerParty payer,
        Asker provider,
        String memberId,
        AskedPerson subscriber,
        @Nullable AskedPerson dependent,
        String relationship,
        @Nullable LocalDate serviceDate,
        List<String> serviceTypes,
        @Nullable ProcedureCode procedure) {

    /** 005010X279A1 EQ01 repeats ninety-nine times at most. */
    private static final int MOST_TYPES = 99;

    private static final Pattern TYPE = Pattern.compile("[0-9A-Z]{1,2}");
    private static final List<String> RELATIONSHIPS = List.of("01", "19", "34");

    public EligibilityInquiry {
        serviceTypes = List.copyOf(serviceTypes);
        Refuse.identifier(reference, 50, "The reference of a question");
        Refuse.identifier(trace, 50, "The trace number of a question");
        Refuse.identifier(traceOwner, 10, "The owner of a trace number");
        Refuse.foreignPartyId(memberId, "The member id");
        if (traceOwner.length() != 10) {
            throw new IllegalArgumentException("The owner of a trace number has ten characters");
        }
        if (dependent != null) {
            Refuse.otherThan(RELATIONSHIPS, relationship, "The relationship to the subscriber");
        }
        boolean typed =
                serviceTypes.stream().allMatch(type -> TYPE.matcher(type).matches());
        if (!typed || serviceTypes.size() > MOST_TYPES || (serviceTypes.isEmpty() && procedure == null)) {
            throw new IllegalArgumentException(
                    "A question names service types of one or two characters, or a procedure");
        }
    }
}
