package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the reading of an 837P stands: the people of the loops above, and what the claim has said so far. */
final class ClaimUnderReading {

    private static final ReadClaim.ReadPerson NOBODY = new ReadClaim.ReadPerson("", "", "", null, "");

    /** HI qualifiers of ICD-10-CM and, in older files, ICD-9-CM. */
    private static final Set<String> DIAGNOSES = Set.of("ABK", "ABF", "BK", "BF");

    /** Which part of the guide the last segments belonged to; qualifiers mean different things in each. */
    private enum Place {
        PEOPLE,
        CLAIM,
        OTHER_PAYER,
        LINE
    }

    private Place place = Place.PEOPLE;
    private String billingNpi = "";
    private Segment subscriberPlan = Segment.nothing();
    private Segment subscriberName = Segment.nothing();
    private Segment payer = Segment.nothing();
    private ReadClaim.ReadPerson patient = NOBODY;
    private @Nullable Segment claim;
    private String authorization = "";
    private String payerClaimNumber = "";
    private String renderingNpi = "";
    private List<String> diagnoses = new ArrayList<>();
    private List<ReadClaim.ReadLine> lines = new ArrayList<>();

    void see(Segment segment) {
        switch (segment.id()) {
            case "HL" -> level(segment);
            case "CLM" -> claimBegins(segment);
            case "LX" -> place = Place.LINE;
            case "SBR" -> plan(segment);
            case "NM1" -> name(segment);
            case "DMG" -> born(segment);
            case "REF" -> reference(segment);
            case "HI" -> diagnoses(segment);
            case "SV1" -> lines.add(line(segment));
            case "DTP" -> serviceDate(segment);
            default -> {}
        }
    }

    /** The claim that was being read, if one was. */
    @Nullable
    ReadClaim finish() {
        var clm = claim;
        claim = null;
        if (clm == null) {
            return null;
        }
        return new ReadClaim(
                clm.element(1),
                payer.element(9),
                subscriberName.element(9),
                subscriberPlan.element(3),
                subscriberPlan.element(9),
                patient,
                ReadValues.money(clm.element(2)),
                clm.component(5, 1),
                clm.component(5, 3),
                authorization,
                payerClaimNumber,
                List.copyOf(diagnoses),
                billingNpi,
                renderingNpi,
                List.copyOf(lines));
    }

    private void level(Segment hl) {
        place = Place.PEOPLE;
        if (!hl.element(3).equals("23")) {
            subscriberPlan = Segment.nothing();
            subscriberName = Segment.nothing();
            payer = Segment.nothing();
        }
        patient = NOBODY;
    }

    private void claimBegins(Segment clm) {
        claim = clm;
        place = Place.CLAIM;
        authorization = "";
        payerClaimNumber = "";
        renderingNpi = "";
        diagnoses = new ArrayList<>();
        lines = new ArrayList<>();
    }

    private void plan(Segment sbr) {
        if (place == Place.PEOPLE) {
            subscriberPlan = sbr;
        } else {
            place = Place.OTHER_PAYER;
        }
    }

    private void name(Segment nm1) {
        if (place == Place.PEOPLE) {
            switch (nm1.element(1)) {
                case "85" -> billingNpi = nm1.element(9);
                case "IL" -> {
                    subscriberName = nm1;
                    patient = person(nm1);
                }
                case "QC" -> patient = person(nm1);
                case "PR" -> payer = nm1;
                default -> {}
            }
        } else if (place == Place.CLAIM && nm1.element(1).equals("82")) {
            renderingNpi = nm1.element(9);
        }
    }

    private void born(Segment dmg) {
        if (place == Place.PEOPLE) {
            patient = new ReadClaim.ReadPerson(
                    patient.last(), patient.first(), patient.middle(), ReadValues.day(dmg.element(2)), dmg.element(3));
        }
    }

    private void reference(Segment ref) {
        if (place == Place.CLAIM && ref.is("REF", "G1")) {
            authorization = ref.element(2);
        } else if (place == Place.CLAIM && ref.is("REF", "F8")) {
            payerClaimNumber = ref.element(2);
        } else if (place == Place.LINE && ref.is("REF", "6R") && !lines.isEmpty()) {
            var line = lines.removeLast();
            lines.add(new ReadClaim.ReadLine(
                    ref.element(2),
                    line.code(),
                    line.modifiers(),
                    line.charge(),
                    line.units(),
                    line.diagnosisPointers(),
                    line.serviceDate(),
                    line.placeOfService()));
        }
    }

    private void diagnoses(Segment hi) {
        for (int number = 1; number <= hi.elements().size(); number++) {
            if (DIAGNOSES.contains(hi.component(number, 1))) {
                diagnoses.add(hi.component(number, 2));
            }
        }
    }

    private static ReadClaim.ReadLine line(Segment sv1) {
        var procedure = sv1.components(1);
        var modifiers = procedure.subList(Math.min(2, procedure.size()), Math.min(6, procedure.size()));
        return new ReadClaim.ReadLine(
                "",
                sv1.component(1, 2),
                modifiers.stream().filter(modifier -> !modifier.isBlank()).toList(),
                ReadValues.money(sv1.element(2)),
                sv1.element(4),
                sv1.components(7),
                null,
                sv1.element(5));
    }

    private void serviceDate(Segment dtp) {
        if (place == Place.LINE && dtp.is("DTP", "472") && !lines.isEmpty()) {
            var line = lines.removeLast();
            lines.add(new ReadClaim.ReadLine(
                    line.lineId(),
                    line.code(),
                    line.modifiers(),
                    line.charge(),
                    line.units(),
                    line.diagnosisPointers(),
                    ReadValues.day(dtp.element(3)),
                    line.placeOfService()));
        }
    }

    private static ReadClaim.ReadPerson person(Segment nm1) {
        return new ReadClaim.ReadPerson(nm1.element(3), nm1.element(4), nm1.element(5), null, "");
    }
}
