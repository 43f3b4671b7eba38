package org.circlekeeper.attendance.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.springframework.stereotype.Component;

/** Says in words who pays for somebody on a day: {@code Evergreen, then State Medicaid}. */
@Component
class InsuranceWords {

    private final Coverages coverages;
    private final Payers payers;

    InsuranceWords(Coverages coverages, Payers payers) {
        this.coverages = coverages;
        this.payers = payers;
    }

    /** By patient; whoever is not in it has no insurance on file for the day. */
    Map<PatientId, String> on(LocalDate day, Collection<PatientId> patients) {
        var names = payers.all().stream().collect(toMap(Payer::id, Payer::name));
        var words = new HashMap<PatientId, String>();
        coverages.of(patients).stream()
                .filter(coverage -> coverage.days().includes(day))
                .collect(groupingBy(Coverage::patient))
                .forEach((patient, covering) -> words.put(patient, words(covering, names)));
        return words;
    }

    private static String words(List<Coverage> covering, Map<UUID, String> names) {
        var ends = covering.getFirst().days().last();
        var who = String.join(
                ", then ",
                covering.stream()
                        .map(coverage -> names.getOrDefault(coverage.payer(), ""))
                        .toList());
        return ends == null ? who : who + ", ends " + Words.day(ends);
    }
}
