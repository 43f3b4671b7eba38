package org.circlekeeper.claims;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.circlekeeper.payers.Program;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.x12.BillingProvider;
import org.circlekeeper.x12.ClaimBatchHeader;
import org.circlekeeper.x12.Delimiters;
import org.circlekeeper.x12.Dependent;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.ProfessionalClaim;
import org.circlekeeper.x12.Receiver;
import org.circlekeeper.x12.RenderingProvider;
import org.circlekeeper.x12.ServiceLine;
import org.circlekeeper.x12.Submitter;
import org.circlekeeper.x12.Subscriber;
import org.jspecify.annotations.Nullable;

/** Fills in what an 837P says: of one visit, and of the file around it. Pure. */
final class ClaimForm {

    /** SV107 points to four diagnoses at the most. */
    private static final int POINTERS = 4;

    private static final String SELF = "18";
    private static final String MUTUALLY_DEFINED = "ZZ";
    private static final String NO_CLEARINGHOUSE = "OUTBOX";

    private ClaimForm() {}

    /** Throws IllegalArgumentException with the reason when no payer could read it. */
    static ProfessionalClaim fill(
            String number, Visit visit, Visit.Insurance insurance, Billed billed, BillingRules rules) {
        var member = visit.member();
        var address = new PostalAddress(member.line(), member.line2(), member.city(), member.state(), member.zip());
        boolean self = insurance.relationship().equals(SELF);
        return new ProfessionalClaim(
                number,
                subscriber(visit, insurance, self ? address : null),
                self ? null : dependent(member, insurance, address),
                billed.charge(),
                billed.placeOfService(),
                "1",
                billed.authorization(),
                null,
                null,
                billed.diagnoses().stream().map(DiagnosisCode::new).toList(),
                rendering(visit.meeting().leader(), rules),
                null,
                List.of(line(number, billed)));
    }

    private static Subscriber subscriber(Visit visit, Visit.Insurance insurance, @Nullable PostalAddress address) {
        var member = visit.member();
        boolean self = address != null;
        return new Subscriber(
                self ? member.name() : new PersonName(insurance.subscriberFirst(), insurance.subscriberLast()),
                memberId(insurance),
                insurance.groupNumber(),
                insurance.rank(),
                insurance.filingCode(),
                new PayerParty(insurance.payerName(), insurance.payerId()),
                address,
                self ? member.birthDate() : null,
                self ? member.sex() : null);
    }

    /**
     * Cards print a number in groups; claims have it without their spaces, and Medicare's and Medicaid's without
     * hyphens (CMS, Understanding the MBI). Elsewhere a hyphen may part a plan's number from a person's.
     */
    private static String memberId(Visit.Insurance insurance) {
        return switch (Program.of(insurance.filingCode())) {
            case MEDICARE, MEDICAID -> insurance.memberId().replaceAll("[-\\s]", "");
            case MEDICARE_ADVANTAGE, TRICARE, VA, OTHER_FEDERAL, COMMERCIAL, OTHER ->
                insurance.memberId().replaceAll("\\s", "");
        };
    }

    private static Dependent dependent(Visit.Member member, Visit.Insurance insurance, PostalAddress address) {
        if (member.birthDate() == null) {
            throw new IllegalArgumentException("A patient has a date of birth");
        }
        return new Dependent(insurance.relationship(), member.name(), address, member.birthDate(), member.sex());
    }

    /** TR3 2310B: left out when the billing provider is the person who rendered. */
    private static @Nullable RenderingProvider rendering(Visit.Leader leader, BillingRules rules) {
        boolean isThePractice =
                rules.solo().filter(solo -> solo.id().equals(leader.id())).isPresent();
        return isThePractice ? null : new RenderingProvider(leader.name(), leader.npi(), leader.taxonomy());
    }

    private static ServiceLine line(String number, Billed billed) {
        int pointers = Math.min(POINTERS, billed.diagnoses().size());
        return new ServiceLine(
                number + "L1",
                billed.code(),
                billed.modifiers(),
                billed.charge(),
                Billed.UNITS,
                IntStream.rangeClosed(1, pointers).boxed().toList(),
                billed.serviceDate(),
                billed.placeOfService());
    }

    /** Without a clearinghouse sender and submitter are the tax id, and the receiver is the outbox. */
    static ClaimBatchHeader header(BillingRules rules, long control, LocalDateTime at, boolean test) {
        var practice = rules.practice();
        var taxId = practice.taxId().digits();
        var name = rules.solo()
                .<BillingProvider.Name>map(solo -> new BillingProvider.Person(solo.name()))
                .orElseGet(() -> new BillingProvider.Organization(practice.name()));
        return new ClaimBatchHeader(
                new Envelope(
                        MUTUALLY_DEFINED,
                        taxId,
                        MUTUALLY_DEFINED,
                        NO_CLEARINGHOUSE,
                        control,
                        control,
                        at,
                        test,
                        Delimiters.USUAL),
                new Submitter(practice.name(), taxId, practice.name(), practice.phone()),
                new Receiver(NO_CLEARINGHOUSE, NO_CLEARINGHOUSE),
                new BillingProvider(
                        name, practice.npi(), practice.taxId(), practice.taxonomy(), practice.address(), null),
                batchReference(control));
    }

    /** BHT03, which the 277CA repeats. */
    static String batchReference(long control) {
        return "B%09d".formatted(control);
    }
}
