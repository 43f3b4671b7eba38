package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what the records of patients say of what groups are for, in two questions however many they are. */
@Component
public class Records {

    private final Tongues tongues;
    private final Charts charts;

    Records(Tongues tongues, Charts charts) {
        this.tongues = tongues;
        this.charts = charts;
    }

    /** Of each of these; of one with an empty record, that it is empty. */
    public Map<PatientId, OnFile> of(Collection<PatientId> patients) {
        var reads = tongues.of(patients);
        var diagnoses = charts.diagnoses(patients);
        return patients.stream()
                .distinct()
                .collect(toMap(
                        Function.identity(),
                        patient -> new OnFile(
                                reads.getOrDefault(patient, ""), diagnoses.getOrDefault(patient, List.of()))));
    }

    /** Of one; of somebody who is no patient, nothing. */
    public OnFile of(@Nullable PatientId patient) {
        return patient == null
                ? OnFile.NOTHING
                : Objects.requireNonNull(of(List.of(patient)).get(patient));
    }
}
