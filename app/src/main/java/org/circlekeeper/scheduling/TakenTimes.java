package org.circlekeeper.scheduling;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** When people are expected somewhere already while groups meet: for many at once, before seats are offered. */
@Component
public class TakenTimes {

    private final TakenTimeStore store;
    private final Clock clock;

    TakenTimes(TakenTimeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Of each of these who is expected anywhere while a group meets, in what is planned; one question. */
    public Map<PatientId, List<TakenTime>> of(Collection<PatientId> patients) {
        return patients.isEmpty() ? Map.of() : store.of(patients, clock.instant());
    }
}
