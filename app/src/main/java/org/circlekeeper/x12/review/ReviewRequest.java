package org.circlekeeper.x12.review;

import java.util.List;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.x12.AskedPerson;
import org.circlekeeper.x12.Asker;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.Refuse;
import org.circlekeeper.x12.RenderingProvider;
import org.jspecify.annotations.Nullable;

/**
 * A request for visits of group therapy (278, 005010X217), about one patient.
 *
 * @param reference BHT03, which the answer repeats
 * @param trace TRN02 of the event, which the answer repeats
 * @param traceOwner TRN03: ten characters
 * @param contactName whom the payer may call (PER)
 * @param dependent the patient, or null when it is the subscriber
 * @param relationship INS02 of the dependent: 01 spouse, 19 child, G8 other; ignored without one
 * @param kind UM02: I initial, 3 renewal appeal, 4 extension, R renewal, S revised
 * @param earlierNumber REF BB: the authorization that is extended or renewed; empty for an initial one
 * @param placeOfService UM04: 11 office, 10 and 02 telehealth
 * @param days DTP AAH; the last day is known
 * @param visits HSD
 */
public record ReviewRequest(
        String reference,
        String trace,
        String traceOwner,
        PayerParty payer,
        Asker provider,
        String contactName,
        Phone contactPhone,
        String memberId,
        AskedPerson subscriber,
        @Nullable AskedPerson dependent,
        String relationship,
        String kind,
        String earlierNumber,
        String placeOfService,
        DateRange days,
        List<DiagnosisCode> diagnoses,
        RequestedVisits visits,
        ProcedureCode procedure,
        @Nullable RenderingProvider rendering) {

    /** 005010X217 2000E HI: twelve diagnoses. */
    private static final int MOST_DIAGNOSES = 12;

    private static final List<String> KINDS = List.of("I", "4", "R", "S");
    private static final List<String> RELATIONSHIPS = List.of("01", "19", "G8");

    public ReviewRequest {
        diagnoses = List.copyOf(diagnoses);
        Refuse.identifier(reference, 50, "The reference of a request");
        Refuse.identifier(trace, 50, "The trace number of a request");
        Refuse.identifier(traceOwner, 10, "The owner of a trace number");
        Refuse.text(contactName, "The contact of the practice");
        Refuse.foreignPartyId(memberId, "The member id");
        Refuse.otherThan(KINDS, kind, "The kind of a request");
        Refuse.placeOfService(placeOfService);
        if (traceOwner.length() != 10) {
            throw new IllegalArgumentException("The owner of a trace number has ten characters");
        }
        if (dependent != null) {
            Refuse.otherThan(RELATIONSHIPS, relationship, "The relationship to the subscriber");
        }
        if (kind.equals("I") != earlierNumber.isEmpty()) {
            throw new IllegalArgumentException(
                    "An extension names the authorization that it extends, and no other does");
        }
        if (!earlierNumber.isEmpty()) {
            Refuse.foreignIdentifier(earlierNumber, 50, "The number of the earlier authorization");
        }
        if (days.last() == null) {
            throw new IllegalArgumentException("A request has a last day");
        }
        if (diagnoses.isEmpty() || diagnoses.size() > MOST_DIAGNOSES) {
            throw new IllegalArgumentException("A request has one to twelve diagnoses");
        }
    }
}
