package org.circlekeeper.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.coverage.AuthorizationRequest.Wanted;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Print;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** Makes requests for authorizations and the packet of each: a document about that member and nobody else. */
@Component
public class Packets {

    static final String NO_CONSENT = "Their group is under 42 CFR Part 2 and no consent covers today: nothing may "
            + "be told to the payer. Ask for the consent first.";

    static final String KEPT = "They asked that their plan is not told of a session (45 CFR 164.522(a)(1)(vi)), and "
            + "the request would tell: no payer is asked about them.";

    private static final int MONTHS_ASKED = 6;
    private static final int WEEKS_ASKED = 26;
    private static final int MONTHS_COUNTED = 6;

    private final Asking asking;
    private final Authorizations authorizations;
    private final Coverages coverages;
    private final Charts charts;
    private final Patients patients;
    private final Payers payers;
    private final Practices practices;
    private final UnitsUsed units;
    private final KeptFromPlans kept;
    private final Documents documents;
    private final Clock clock;

    Packets(
            Asking asking,
            Authorizations authorizations,
            Coverages coverages,
            Charts charts,
            Patients patients,
            Payers payers,
            Practices practices,
            UnitsUsed units,
            KeptFromPlans kept,
            Documents documents,
            Clock clock) {
        this.asking = asking;
        this.authorizations = authorizations;
        this.coverages = coverages;
        this.charts = charts;
        this.patients = patients;
        this.payers = payers;
        this.practices = practices;
        this.units = units;
        this.kept = kept;
        this.documents = documents;
        this.clock = clock;
    }

    /** Makes a request and its packet for each; those that somebody asks for already are left out. How many it made. */
    public int ask(Collection<AuthorizedCare> cares, Actor actor) {
        int made = 0;
        for (var care : cares) {
            if (ask(care.patient(), care.payer(), suggested(care), false, actor).isPresent()) {
                made++;
            }
        }
        return made;
    }

    /** Why no payer may be asked for this member today; empty when nothing speaks against it. */
    public Optional<String> refusal(PatientId patient) {
        return Optional.ofNullable(refusals(List.of(patient)).get(patient));
    }

    /** Of these members, those for whom no payer may be asked today, and why: two questions. */
    public Map<PatientId, String> refusals(Collection<PatientId> patients) {
        var refused = new HashMap<PatientId, String>();
        kept.part2(patients, practices.today()).forEach((patient, stands) -> {
            if (stands == KeptFromPlans.Part2.NO_CONSENT) {
                refused.put(patient, NO_CONSENT);
            }
        });
        kept.sessions(patients).keySet().forEach(patient -> refused.put(patient, KEPT));
        return refused;
    }

    /**
     * Makes one request and its packet; empty when the payer is asked the same for this member already, or may not be
     * told of them.
     */
    public Optional<UUID> ask(PatientId patient, UUID payer, Wanted wanted, boolean expedited, Actor actor) {
        if (refusal(patient).isPresent()) {
            return Optional.empty();
        }
        var made = asking.make(patient, payer, wanted, expedited, actor);
        made.ifPresent(id -> print(id, actor));
        return made;
    }

    /** Prints the packet of a request as things stand now; what was printed before is kept among the documents. */
    public DocumentId print(UUID request, Actor actor) {
        var asked = asking.find(request).orElseThrow();
        var document = documents.print(
                DocumentKind.OTHER,
                asked.patient().value(),
                "Request for authorization",
                new Print("Request for authorization", "en", clock.instant(), RequestPacket.pages(facts(asked))),
                actor);
        asking.packet(request, document.value());
        return document;
    }

    /** As many visits as the last time, or one a week; from the first day that is not covered, for half a year. */
    public Wanted suggested(AuthorizedCare care) {
        var today = practices.today();
        var last = latest(care.patient(), care.payer(), care.code());
        var without = care.burnDown().without();
        var from = without == null || without.isBefore(today) ? today : without;
        return new Wanted(
                care.code(),
                last.map(Authorization::units).orElse(WEEKS_ASKED),
                new DateRange(from, from.plusMonths(MONTHS_ASKED).minusDays(1)),
                last.map(Authorization::id).orElse(null));
    }

    /** The latest authorization of this payer for that service, which a new request would let go on. */
    public Optional<UUID> extended(PatientId patient, UUID payer, ProcedureCode code) {
        return latest(patient, payer, code).map(Authorization::id);
    }

    private Optional<Authorization> latest(PatientId patient, UUID payer, ProcedureCode code) {
        return authorizations.of(List.of(patient)).stream()
                .filter(one -> one.payer().equals(payer) && one.code().equals(code))
                .max(Comparator.comparing(Authorization::lastDay));
    }

    private RequestPacket.Facts facts(AuthorizationRequest asked) {
        var practice = practices.current();
        var today = practices.today();
        var patient = patients.find(asked.patient()).orElseThrow();
        var insurance = coverages.of(asked.patient()).stream()
                .filter(one -> one.payer().equals(asked.payer()))
                .findFirst();
        var seen = new DateRange(today.minusMonths(MONTHS_COUNTED), today);
        var extended = asked.wanted().extended();
        var address = practice.address();
        return new RequestPacket.Facts(
                practice.name(),
                practice.npi().value(),
                practice.taxId().digits(),
                address.line() + ", " + address.city() + " " + address.state() + " " + address.zip(),
                practice.phone().toString(),
                patient.name().toString(),
                patient.birthDate(),
                insurance.map(Coverage::memberId).orElse("not on file"),
                insurance.map(Coverage::groupNumber).orElse(""),
                payer(asked.payer()),
                asked.wanted(),
                asked.expedited(),
                extended == null
                        ? ""
                        : authorizations
                                .find(extended)
                                .map(Authorization::number)
                                .orElse(""),
                diagnoses(asked.patient(), today),
                plan(asked.patient(), today).orElse(null),
                units.attended(asked.patient(), asked.payer(), asked.wanted().code(), seen),
                seen,
                today,
                asked.trace(),
                kept.part2(List.of(asked.patient()), today).containsKey(asked.patient()));
    }

    private List<String> diagnoses(PatientId patient, LocalDate today) {
        var codes = new ArrayList<String>();
        charts.diagnoses(patient).stream()
                .filter(diagnosis -> diagnosis.days().includes(today))
                .map(diagnosis -> diagnosis.code().value())
                .distinct()
                .forEach(codes::add);
        return codes;
    }

    private Optional<RequestPacket.Plan> plan(PatientId patient, LocalDate today) {
        return charts.plans(patient).stream()
                .filter(plan -> plan.days().includes(today))
                .findFirst()
                .map(plan -> new RequestPacket.Plan(plan.days(), plan.signedBy(), plan.keptIn()));
    }

    private String payer(UUID id) {
        return payers.all().stream()
                .filter(payer -> payer.id().equals(id))
                .findFirst()
                .map(Payer::name)
                .orElse("the payer");
    }
}
