package org.circlekeeper.x12;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;

/** A claim that is fine: one session of one invented patient at the office. Tests say what differs. */
final class ClaimDraft {

    static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    static final PostalAddress HOME = new PostalAddress("77 NE Holladay St", "Portland", "OR", "97232");
    static final PayerParty EVERGREEN = new PayerParty("Evergreen Health Plan", "EVGRN");
    static final RenderingProvider CLINICIAN =
            new RenderingProvider(new PersonName("Alice", "M", "Nguyen"), new Npi("1487654323"), "101YM0800X");

    private String number = "CK00000001";
    private Subscriber subscriber = subscriber("Maria", "Garcia", "EHP300201");
    private @Nullable Dependent dependent;
    private @Nullable Money charge;
    private String placeOfService = "11";
    private String frequency = "1";
    private @Nullable String authorization;
    private @Nullable String payerClaimNumber;
    private @Nullable Money patientPaid;
    private List<DiagnosisCode> diagnoses = List.of(new DiagnosisCode("F33.1"));
    private @Nullable RenderingProvider rendering = CLINICIAN;
    private @Nullable ServiceFacility facility;
    private final List<ServiceLine> lines = new ArrayList<>();

    static ClaimDraft claim() {
        return new ClaimDraft();
    }

    static Subscriber subscriber(String first, String last, String memberId) {
        var birthDate = LocalDate.of(1984, 5, 17);
        var name = new PersonName(first, last);
        return new Subscriber(name, memberId, "GRP5521", "P", "CI", EVERGREEN, HOME, birthDate, "F");
    }

    static ServiceLine session(String lineId, LocalDate day) {
        return session(lineId, day, Money.dollars("65"), List.of(), "11", List.of(1));
    }

    static ServiceLine session(
            String lineId, LocalDate day, Money charge, List<String> modifiers, String place, List<Integer> pointers) {
        var code = ProcedureCode.GROUP_PSYCHOTHERAPY;
        return new ServiceLine(lineId, code, modifiers, charge, 1, pointers, day, place);
    }

    ClaimDraft number(String value) {
        number = value;
        return this;
    }

    ClaimDraft subscriber(Subscriber value) {
        subscriber = value;
        return this;
    }

    ClaimDraft dependent(Dependent value) {
        dependent = value;
        return this;
    }

    ClaimDraft charge(String dollars) {
        charge = Money.dollars(dollars);
        return this;
    }

    ClaimDraft placeOfService(String value) {
        placeOfService = value;
        return this;
    }

    ClaimDraft frequency(String value, @Nullable String payers) {
        frequency = value;
        payerClaimNumber = payers;
        return this;
    }

    ClaimDraft authorization(String value) {
        authorization = value;
        return this;
    }

    ClaimDraft patientPaid(String dollars) {
        patientPaid = Money.dollars(dollars);
        return this;
    }

    ClaimDraft diagnoses(String... codes) {
        diagnoses = List.of(codes).stream().map(DiagnosisCode::new).toList();
        return this;
    }

    ClaimDraft rendering(@Nullable RenderingProvider value) {
        rendering = value;
        return this;
    }

    ClaimDraft facility(ServiceFacility value) {
        facility = value;
        return this;
    }

    ClaimDraft line(ServiceLine value) {
        lines.add(value);
        return this;
    }

    ProfessionalClaim build() {
        List<ServiceLine> services = lines.isEmpty() ? List.of(session(number + "L1", TUESDAY)) : lines;
        var sum = services.stream().map(ServiceLine::charge).reduce(Money.ZERO, Money::plus);
        return new ProfessionalClaim(
                number,
                subscriber,
                dependent,
                charge == null ? sum : charge,
                placeOfService,
                frequency,
                authorization,
                payerClaimNumber,
                patientPaid,
                diagnoses,
                rendering,
                facility,
                services);
    }
}
