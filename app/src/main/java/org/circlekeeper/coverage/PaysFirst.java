package org.circlekeeper.coverage;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.roster.PaidBy;
import org.springframework.stereotype.Component;

/** Names the payer that pays first for each of many members: two questions, however many they are. */
@Component
class PaysFirst implements PaidBy {

    private final Coverages coverages;
    private final Payers payers;

    PaysFirst(Coverages coverages, Payers payers) {
        this.coverages = coverages;
        this.payers = payers;
    }

    @Override
    public Map<PatientId, String> payers(Collection<PatientId> patients, LocalDate day) {
        Map<UUID, String> names = payers.all().stream().collect(toMap(Payer::id, Payer::name));
        return coverages.of(patients).stream()
                .filter(coverage -> coverage.days().includes(day))
                .collect(toMap(
                        Coverage::patient, coverage -> names.getOrDefault(coverage.payer(), ""), (first, _) -> first));
    }
}
