package org.circlekeeper.x12;

import java.io.IOException;
import java.util.Iterator;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Writes the envelope and the people of an 837P (005010X222A1): one method a loop, one line a segment, in the order of
 * the guide. Claims of one patient that follow each other share their loops 2000B and 2000C.
 */
final class ProfessionalClaimWriter {

    static final String GUIDE = "005010X222A1";

    /** As many CLM as one ST may hold (TR3 section 1.4.1, and what clearinghouses take). */
    private static final int CLAIMS_OF_SET = 5_000;

    /** TR3: loop 2300 repeats a hundred times at most beneath one patient. */
    private static final int CLAIMS_OF_PATIENT = 100;

    private final ClaimBatchHeader header;
    private final SegmentWriter out;
    private final InterchangeWriter interchange;
    private final PartySegments parties;
    private final ClaimLoops claimLoops;
    private int claimsOfSet;
    private int claimsOfPatient;
    private int levels;
    private int subscriberLevel;
    private @Nullable Subscriber subscriber;
    private @Nullable Dependent dependent;

    ProfessionalClaimWriter(ClaimBatchHeader header, SegmentWriter out) {
        this.header = header;
        this.out = out;
        this.interchange = new InterchangeWriter(out, header.envelope(), "HC", "837", GUIDE);
        this.parties = new PartySegments(out);
        this.claimLoops = new ClaimLoops(out, header.billing());
    }

    void write(Iterator<ProfessionalClaim> claims) throws IOException {
        if (!claims.hasNext()) {
            throw new IllegalArgumentException("A file of claims has a claim");
        }
        interchange.begin();
        while (claims.hasNext()) {
            if (claimsOfSet == CLAIMS_OF_SET) {
                setEnds();
            }
            if (claimsOfSet == 0) {
                setBegins();
            }
            claim(claims.next());
        }
        setEnds();
        interchange.finish();
    }

    private void setBegins() throws IOException {
        var at = header.envelope().at();
        levels = 1;
        subscriber = null;
        dependent = null;
        interchange.setBegins();
        out.begin("BHT").code("0019").code("00").text(batchId(), 30);
        out.day(at.toLocalDate()).time(at.toLocalTime()).code("CH").end();
        loop1000();
        loop2000A(header.billing());
    }

    private void setEnds() throws IOException {
        interchange.setEnds();
        claimsOfSet = 0;
    }

    /** Each set has an id of its own, or a receiver takes the second for a repetition of the first. */
    private String batchId() {
        var suffix = interchange.sets() == 1 ? "" : "-" + interchange.sets();
        var id = header.batchId();
        return id.substring(0, Math.min(id.length(), 30 - suffix.length())) + suffix;
    }

    private void loop1000() throws IOException {
        var submitter = header.submitter();
        parties.organization("41", submitter.name(), "46", submitter.id());
        out.begin("PER").code("IC").text(submitter.contactName(), 60).code("TE");
        out.code(submitter.contactPhone().digits()).end();
        parties.organization(
                "40", header.receiver().name(), "46", header.receiver().id());
    }

    private void loop2000A(BillingProvider billing) throws IOException {
        out.begin("HL").code('1').empty(1).code("20").code('1').end();
        out.begin("PRV").code("BI").code("PXC").code(billing.taxonomy()).end();
        var npi = billing.npi().value();
        switch (billing.name()) {
            case BillingProvider.Organization(String legalName) -> parties.organization("85", legalName, "XX", npi);
            case BillingProvider.Person(PersonName name) -> parties.person("85", name, "XX", npi);
        }
        parties.address(billing.address());
        var taxId = billing.taxId();
        out.begin("REF")
                .code(taxId.socialSecurity() ? "SY" : "EI")
                .code(taxId.digits())
                .end();
        var payTo = billing.payTo();
        if (payTo != null && !payTo.equals(billing.address())) {
            out.begin("NM1").code("87").code('2').end();
            parties.address(payTo);
        }
    }

    private void claim(ProfessionalClaim claim) throws IOException {
        header.refuse(claim);
        boolean full = claimsOfPatient == CLAIMS_OF_PATIENT;
        boolean samePlan = claim.subscriber().equals(subscriber) && (claim.dependent() == null) == (dependent == null);
        if (!samePlan || (full && claim.dependent() == null)) {
            loop2000B(claim.subscriber(), claim.dependent() != null);
            dependent = null;
        }
        if (claim.dependent() != null && (!claim.dependent().equals(dependent) || full)) {
            loop2000C(claim.dependent());
        }
        claimLoops.loop2300(claim);
        claimsOfSet++;
        claimsOfPatient++;
    }

    private void loop2000B(Subscriber person, boolean hasDependent) throws IOException {
        levels++;
        subscriberLevel = levels;
        subscriber = person;
        claimsOfPatient = 0;
        out.begin("HL")
                .number(levels)
                .code('1')
                .code("22")
                .code(hasDependent ? '1' : '0')
                .end();
        out.begin("SBR").code(person.payerResponsibility()).code(hasDependent ? "" : "18");
        out.text(person.groupNumber(), 50).empty(5).code(person.filingCode()).end();
        parties.person("IL", person.name(), "MI", person.memberId());
        if (!hasDependent && person.address() != null && person.birthDate() != null) {
            parties.address(person.address());
            var sex = person.sex() == null ? "U" : person.sex();
            out.begin("DMG").code("D8").day(person.birthDate()).code(sex).end();
        }
        parties.organization("PR", person.payer().name(), "PI", person.payer().payerId());
    }

    private void loop2000C(Dependent patient) throws IOException {
        levels++;
        dependent = patient;
        claimsOfPatient = 0;
        out.begin("HL")
                .number(levels)
                .number(subscriberLevel)
                .code("23")
                .code('0')
                .end();
        out.begin("PAT").code(patient.relationship()).end();
        parties.person("QC", patient.name());
        parties.address(patient.address());
        out.begin("DMG").code("D8").day(patient.birthDate()).code(patient.sex()).end();
    }
}
