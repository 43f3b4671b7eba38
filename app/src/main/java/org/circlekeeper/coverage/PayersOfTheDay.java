package org.circlekeeper.coverage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.PayersOfMembers;
import org.springframework.stereotype.Component;

/** Tells the calendar who pays for members on a day: a substitute must be known to those payers. */
@Component
class PayersOfTheDay implements PayersOfMembers {

    private final CoverageStore store;

    PayersOfTheDay(CoverageStore store) {
        this.store = store;
    }

    @Override
    public Map<PatientId, Set<UUID>> on(LocalDate day, Collection<PatientId> patients) {
        return store.of(patients).stream()
                .filter(coverage -> coverage.days().includes(day))
                .collect(groupingBy(Coverage::patient, mapping(Coverage::payer, toSet())));
    }
}
