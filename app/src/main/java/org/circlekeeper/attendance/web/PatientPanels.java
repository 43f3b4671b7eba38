package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** The panels of a member's page that come of insurance and chart. */
@Component
class PatientPanels {

    private final Coverages coverages;
    private final Charts charts;

    PatientPanels(Coverages coverages, Charts charts) {
        this.coverages = coverages;
        this.charts = charts;
    }

    List<PatientPage.Insurance> insurance(PatientId patient, Map<UUID, String> payers, LocalDate today) {
        return coverages.of(patient).stream()
                .map(coverage -> row(coverage, payers, today))
                .toList();
    }

    private static PatientPage.Insurance row(Coverage coverage, Map<UUID, String> payers, LocalDate today) {
        var subscriber = coverage.subscriber();
        var last = coverage.days().last();
        return new PatientPage.Insurance(
                coverage.id(),
                payers.getOrDefault(coverage.payer(), ""),
                label(PatientPage.RANKS, coverage.rank()),
                coverage.memberId() + (coverage.groupNumber().isEmpty() ? "" : ", group " + coverage.groupNumber()),
                subscriber == null
                        ? "The member holds the policy"
                        : subscriber + " holds the policy (" + label(PatientPage.RELATIONSHIPS, coverage.relationship())
                                + ")",
                Standing.days(coverage.days()),
                Standing.tone(coverage.days(), today),
                Standing.word(coverage.days(), today, "Covered today", "Begins later", "Ended"),
                last == null || !last.isBefore(today));
    }

    private static String label(List<Choice> choices, String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    /** Those that hold today or later. */
    List<PatientPage.Diagnosis> diagnoses(PatientId patient, LocalDate today) {
        return charts.diagnoses(patient).stream()
                .filter(diagnosis ->
                        diagnosis.days().last() == null || diagnosis.days().includes(today))
                .map(diagnosis -> new PatientPage.Diagnosis(
                        diagnosis.rank(), diagnosis.code().value(), Standing.days(diagnosis.days())))
                .toList();
    }

    List<PatientPage.Authorized> authorizations(PatientId patient, Map<UUID, String> payers, LocalDate today) {
        return coverages.authorizations(patient).stream()
                .map(authorization -> row(authorization, payers, today))
                .toList();
    }

    private static PatientPage.Authorized row(Authorization authorization, Map<UUID, String> payers, LocalDate today) {
        return new PatientPage.Authorized(
                authorization.number(),
                authorization.units() + " × " + authorization.code() + ", "
                        + payers.getOrDefault(authorization.payer(), ""),
                Standing.days(authorization.days()),
                Standing.tone(authorization.days(), today),
                Standing.word(authorization.days(), today, "In force", "Begins later", "Expired"));
    }

    List<PatientPage.Plan> plans(PatientId patient, LocalDate today) {
        return charts.plans(patient).stream()
                .map(plan -> new PatientPage.Plan(
                        Standing.days(plan.days()),
                        plan.signedBy(),
                        plan.keptIn(),
                        Standing.tone(plan.days(), today),
                        Standing.word(plan.days(), today, "In force", "Begins later", "Expired")))
                .toList();
    }
}
