package org.circlekeeper.x12;

import java.io.IOException;

/** Writes one claim of an 837P: loops 2300, 2310 and 2400, one line a segment, in the order of the guide. */
final class ClaimLoops {

    private final SegmentWriter out;
    private final PartySegments parties;
    private final BillingProvider billing;

    ClaimLoops(SegmentWriter out, BillingProvider billing) {
        this.out = out;
        this.parties = new PartySegments(out);
        this.billing = billing;
    }

    void loop2300(ProfessionalClaim claim) throws IOException {
        out.begin("CLM").code(claim.claimNumber()).money(claim.charge()).empty(2);
        out.code(claim.placeOfService()).part("B").part(claim.frequency());
        out.code('Y').code('A').code('Y').code('Y').end();
        if (claim.patientPaid() != null && claim.patientPaid().cents() > 0) {
            out.begin("AMT").code("F5").money(claim.patientPaid()).end();
        }
        if (claim.priorAuthorization() != null) {
            out.begin("REF").code("G1").text(claim.priorAuthorization(), 50).end();
        }
        if (claim.payerClaimNumber() != null) {
            out.begin("REF").code("F8").text(claim.payerClaimNumber(), 50).end();
        }
        diagnoses(claim);
        if (claim.rendering() != null && !billing.is(claim.rendering())) {
            loop2310B(claim.rendering());
        }
        if (claim.facility() != null) {
            loop2310C(claim.facility());
        }
        for (int number = 1; number <= claim.lines().size(); number++) {
            loop2400(number, claim.lines().get(number - 1), claim.placeOfService());
        }
    }

    private void diagnoses(ProfessionalClaim claim) throws IOException {
        out.begin("HI");
        for (int place = 0; place < claim.diagnoses().size(); place++) {
            out.code(place == 0 ? "ABK" : "ABF").undotted(claim.diagnoses().get(place));
        }
        out.end();
    }

    private void loop2310B(RenderingProvider rendering) throws IOException {
        parties.person("82", rendering.name(), "XX", rendering.npi().value());
        out.begin("PRV").code("PE").code("PXC").code(rendering.taxonomy()).end();
    }

    private void loop2310C(ServiceFacility facility) throws IOException {
        if (facility.npi() == null) {
            parties.organization("77", facility.name());
        } else {
            parties.organization("77", facility.name(), "XX", facility.npi().value());
        }
        parties.address(facility.address());
    }

    private void loop2400(int number, ServiceLine line, String placeOfClaim) throws IOException {
        out.begin("LX").number(number).end();
        out.begin("SV1").code("HC").part(line.code().value());
        for (var modifier : line.modifiers()) {
            out.part(modifier);
        }
        out.money(line.charge()).code("UN").number(line.units());
        out.code(line.placeOfService().equals(placeOfClaim) ? "" : line.placeOfService())
                .empty(1);
        out.number(line.diagnosisPointers().getFirst());
        for (int place = 1; place < line.diagnosisPointers().size(); place++) {
            out.part(line.diagnosisPointers().get(place));
        }
        out.end();
        out.begin("DTP").code("472").code("D8").day(line.serviceDate()).end();
        out.begin("REF").code("6R").text(line.lineId(), 30).end();
    }
}
