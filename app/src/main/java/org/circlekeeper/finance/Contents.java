package org.circlekeeper.finance;

import java.util.List;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.PostalAddress;
import org.springframework.stereotype.Component;

/** Gathers what an estimate says beside its sessions: for whom, of what, and by whom (45 CFR 149.610(c)(1)). */
@Component
class Contents {

    private final Patients patients;
    private final Charts charts;
    private final Practices practices;

    Contents(Patients patients, Charts charts, Practices practices) {
        this.patients = patients;
        this.charts = charts;
        this.practices = practices;
    }

    EstimateContents of(PatientId member, Group group, GroupEstimate sessions) {
        var patient = patients.find(member).orElseThrow();
        var practice = practices.current();
        var leader = practices.practitioners().stream()
                .filter(one -> one.id().equals(group.leader()))
                .findFirst()
                .orElseThrow();
        return new EstimateContents(
                patient.name().toString(),
                patient.birthDate(),
                "Group therapy (" + group.typeName() + ")",
                group.code(),
                diagnoses(member),
                sessions,
                new EstimateContents.Provider(
                        leader.id(),
                        leader.signature(),
                        leader.npi(),
                        practice.taxId(),
                        practice.name() + ", " + inOneLine(practice.address())));
    }

    private List<DiagnosisCode> diagnoses(PatientId patient) {
        var today = practices.today();
        return charts.diagnoses(patient).stream()
                .filter(one -> one.days().includes(today))
                .map(Charts.Diagnosis::code)
                .distinct()
                .toList();
    }

    private static String inOneLine(PostalAddress address) {
        var second = address.line2().isEmpty() ? "" : ", " + address.line2();
        return address.line() + second + ", " + address.city() + ", " + address.state() + " " + address.zipOnPaper();
    }
}
