package org.circlekeeper.coverage;

import java.time.LocalDateTime;
import java.util.List;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.x12.AskedPerson;
import org.circlekeeper.x12.Asker;
import org.circlekeeper.x12.Delimiters;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.review.RequestedVisits;
import org.circlekeeper.x12.review.ReviewRequest;

/** Fills in what a 278 says of one request, and of the file around it (005010X217). Pure. */
final class ReviewForm {

    private static final String SELF = "18";
    private static final String MUTUALLY_DEFINED = "ZZ";
    private static final String NO_CLEARINGHOUSE = "OUTBOX";
    private static final String OFFICE = "11";

    private ReviewForm() {}

    /** What one request is made of. */
    record Facts(
            AuthorizationRequest request,
            String extended,
            Patient patient,
            Coverage insurance,
            List<DiagnosisCode> diagnoses,
            Payer payer,
            Practice practice) {}

    /** Throws IllegalArgumentException with the reason when no payer could read it. */
    static ReviewRequest fill(Facts facts) {
        var request = facts.request();
        var practice = facts.practice();
        var patient = facts.patient();
        var insurance = facts.insurance();
        boolean self = insurance.relationship().equals(SELF);
        var asked = new AskedPerson(patient.name(), patient.birthDate(), patient.sex());
        var subscriber = insurance.subscriber();
        return new ReviewRequest(
                request.trace(),
                request.trace(),
                "9" + practice.taxId().digits(),
                new PayerParty(facts.payer().name(), facts.payer().payerId()),
                Asker.practice(practice.name(), practice.npi()),
                practice.name(),
                practice.phone(),
                memberId(insurance, facts.payer()),
                self || subscriber == null ? asked : new AskedPerson(subscriber, null, null),
                self ? null : asked,
                relationship(insurance.relationship()),
                facts.extended().isEmpty() ? "I" : "4",
                facts.extended(),
                OFFICE,
                request.wanted().days(),
                facts.diagnoses(),
                RequestedVisits.of(request.wanted().units()),
                request.wanted().code(),
                null);
    }

    /** Cards print a number in groups; Medicare's and Medicaid's have no hyphens (CMS, Understanding the MBI). */
    private static String memberId(Coverage insurance, Payer payer) {
        var program = payer.program();
        boolean plain = program == Program.MEDICARE || program == Program.MEDICAID;
        return insurance.memberId().replaceAll(plain ? "[-\\s]" : "\\s", "");
    }

    /** INS02 knows fewer relationships than PAT01 of a claim. */
    private static String relationship(String pat01) {
        return switch (pat01) {
            case "01", "19" -> pat01;
            default -> "G8";
        };
    }

    /** Without a clearinghouse the sender is the tax id, and the receiver is the outbox. */
    static Envelope envelope(Practice practice, long control, LocalDateTime at, boolean test) {
        return new Envelope(
                MUTUALLY_DEFINED,
                practice.taxId().digits(),
                MUTUALLY_DEFINED,
                NO_CLEARINGHOUSE,
                control,
                control,
                at,
                test,
                Delimiters.USUAL);
    }
}
