package org.circlekeeper.movein;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.movein.plan.Known;
import org.circlekeeper.movein.plan.Plan;
import org.circlekeeper.movein.read.PracticeFile;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Npi;
import org.springframework.stereotype.Component;

/** Carries out the people of a plan: payers, leaders, patients with their insurance, diagnoses and consents. */
@Component
class Bringing {

    static final String FORMER = "former records";
    /** The source of insurance that files brought; none that was typed in here has it. */
    static final String IMPORT = "import";

    private final Practices practices;
    private final Payers payers;
    private final PracticeRules rules;
    private final Patients patients;
    private final Coverages coverages;
    private final Charts charts;
    private final Consents consents;
    private final ImportStore store;

    Bringing(
            Practices practices,
            Payers payers,
            PracticeRules rules,
            Patients patients,
            Coverages coverages,
            Charts charts,
            Consents consents,
            ImportStore store) {
        this.practices = practices;
        this.payers = payers;
        this.rules = rules;
        this.patients = patients;
        this.coverages = coverages;
        this.charts = charts;
        this.consents = consents;
        this.store = store;
    }

    /** Adds payers that practice.json names and the practice lacks, and the attestation when there is none yet. */
    void practice(PracticeFile file) {
        var known = payers.all().stream().map(payer -> payer.payerId()).toList();
        file.payers().stream()
                .filter(payer -> !known.contains(payer.payerId()))
                .forEach(payer -> payers.keep(payer.name(), payer.payerId(), payer.filingCode()));
        var former = file.formerRecords();
        if (former != null && rules.formerRecords().isEmpty()) {
            rules.attest(former);
        }
    }

    Map<Npi, PractitionerId> leaders(Plan plan) {
        plan.fresh().stream()
                .filter(entry -> entry.row() instanceof Row.Staff)
                .map(entry -> (Row.Staff) entry.row())
                .forEach(row -> practices.add(row.name(), row.credential(), row.npi(), row.taxonomy(), row.license()));
        var leaders = new HashMap<Npi, PractitionerId>();
        practices.practitioners().forEach(one -> leaders.put(one.npi(), one.id()));
        return leaders;
    }

    /** Everyone of the plan by the id of the files. */
    Map<String, PatientId> patients(Plan plan, Known known, UUID id, Actor actor) {
        var all = new HashMap<>(known.patients());
        var firstSeen = firstSeen(plan);
        var fresh = new ArrayList<Row.Client>();
        for (var entry : plan.fresh()) {
            if (entry.row() instanceof Row.Client row && !all.containsKey(row.id())) {
                fresh.add(row);
            }
        }
        var added = new ArrayList<Patient>();
        for (var row : fresh) {
            var patient = patient(row, patients.newId());
            added.add(patient);
            all.put(row.id(), patient.id());
        }
        if (!added.isEmpty()) {
            patients.add(added, actor, IMPORT);
            store.added(
                    id,
                    Added.PATIENT,
                    added.stream().map(patient -> patient.id().value()).toList());
        }
        for (int i = 0; i < fresh.size(); i++) {
            chart(fresh.get(i), added.get(i).id(), from(fresh.get(i), firstSeen, known.today()), id, actor);
        }
        insure(fresh, all, firstSeen, known, id, actor);
        return all;
    }

    static Patient patient(Row.Client row, PatientId id) {
        return new Patient(
                id,
                row.id(),
                row.name(),
                row.birthDate(),
                row.sex(),
                row.email(),
                row.phone(),
                row.address(),
                row.active());
    }

    private void chart(Row.Client row, PatientId patient, LocalDate from, UUID id, Actor actor) {
        if (!row.diagnoses().isEmpty()) {
            charts.diagnose(patient, row.diagnoses(), from, actor);
        }
        if (row.part2().given()) {
            consent(patient, row.part2(), from, id, actor);
        }
    }

    /** A consent that was given since is recorded, and one that was revoked ends today. */
    void changedConsent(PatientId patient, Row.Part2 part2, LocalDate today, UUID id, Actor actor) {
        switch (part2.consent()) {
            case GIVEN -> consent(patient, part2, today, id, actor);
            case REVOKED ->
                consents.part2(patient).stream()
                        .filter(consent -> consent.covers(today))
                        .forEach(consent -> consents.revokePart2(consent.id(), today, actor));
            case MISSING, NOT_ASKED -> {}
        }
    }

    /** Records a consent once; what is on file here already stands. */
    void consent(PatientId patient, Row.Part2 part2, LocalDate otherwise, UUID id, Actor actor) {
        if (consents.part2(patient).isEmpty()) {
            var on = part2.on();
            var consent = consents.recordPart2(patient, on == null ? otherwise : on, null, FORMER, actor);
            store.added(id, Added.CONSENT, List.of(consent));
        }
    }

    private void insure(
            List<Row.Client> rows,
            Map<String, PatientId> patients,
            Map<String, LocalDate> firstSeen,
            Known known,
            UUID id,
            Actor actor) {
        var insured = new ArrayList<Coverage>();
        var all = payers.all();
        for (var row : rows) {
            var insurance = row.insurance();
            var patient = patients.get(row.id());
            if (insurance != null && patient != null) {
                insured.add(coverage(patient, insurance, from(row, firstSeen, known.today()), all));
            }
        }
        if (!insured.isEmpty()) {
            coverages.add(insured, actor, IMPORT);
            store.added(id, Added.COVERAGE, insured.stream().map(Coverage::id).toList());
        }
    }

    Coverage coverage(PatientId patient, Row.Insurance insurance, LocalDate from) {
        return coverage(patient, insurance, from, payers.all());
    }

    private Coverage coverage(PatientId patient, Row.Insurance insurance, LocalDate from, List<Payer> all) {
        var payer = insurance.among(all).getFirst();
        return new Coverage(
                coverages.newId(),
                patient,
                payer.id(),
                "P",
                insurance.memberId(),
                insurance.groupNumber(),
                insurance.relationship(),
                insurance.subscriber(),
                DateRange.from(from),
                IMPORT);
    }

    /** Since when the practice has known somebody: the day they were added, or were first seen if that was earlier. */
    private static LocalDate from(Row.Client row, Map<String, LocalDate> firstSeen, LocalDate today) {
        var added = row.added() == null ? today : row.added();
        var seen = firstSeen.getOrDefault(row.id(), added);
        return seen.isBefore(added) ? seen : added;
    }

    /** The same, of one row of a plan. */
    static LocalDate since(Row.Client row, Plan plan, LocalDate today) {
        return from(row, firstSeen(plan), today);
    }

    private static Map<String, LocalDate> firstSeen(Plan plan) {
        var seen = new HashMap<String, LocalDate>();
        plan.groups()
                .forEach(group -> group.memberships()
                        .forEach(seated -> seen.merge(
                                seated.client(),
                                seated.days().first(),
                                (one, other) -> one.isBefore(other) ? one : other)));
        return seen;
    }
}
