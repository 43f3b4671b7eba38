package org.circlekeeper.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.springframework.stereotype.Component;

/**
 * Papers in force that a guardian signed for somebody who decides for themselves by now: a parent decides for a minor
 * alone (45 CFR 164.502(g)(3); of records under Part 2, 42 CFR 2.14).
 */
@Component
class GuardiansPapers {

    private final MemberPaperStore store;
    private final Patients patients;
    private final Practices practices;
    private final OfAge ofAge;

    GuardiansPapers(MemberPaperStore store, Patients patients, Practices practices, OfAge ofAge) {
        this.store = store;
        this.patients = patients;
        this.practices = practices;
        this.ofAge = ofAge;
    }

    /**
     * Those of members who decide for themselves today; a sheet with ink counts as a guardian's when it was kept before
     * that. A consent under Part 2 is theirs to give only when they are of age.
     */
    List<Paper> pastMajority() {
        var signed = store.signedByOthers();
        var members = patients.byId(signed.stream().map(Paper::patient).collect(Collectors.toSet()));
        var days = ofAge.from(members.values());
        var years = ofAge.byYears(members.values());
        return signed.stream()
                .filter(paper -> isPast(paper, paper.isPart2Consent() ? years : days))
                .toList();
    }

    private boolean isPast(Paper paper, Map<PatientId, LocalDate> days) {
        return Optional.ofNullable(days.get(paper.patient()))
                .filter(day -> !day.isAfter(practices.today()))
                .filter(day ->
                        paper.status() != PaperStatus.ON_PAPER || movedOn(paper).isBefore(day))
                .isPresent();
    }

    private LocalDate movedOn(Paper paper) {
        return LocalDate.ofInstant(paper.movedAt(), practices.current().zone());
    }
}
