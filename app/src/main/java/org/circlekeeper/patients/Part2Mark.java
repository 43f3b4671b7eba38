package org.circlekeeper.patients;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mark of 42 CFR Part 2, in the one place where it is decided. A record is whatever tells that somebody sought help
 * from such a program (42 CFR 2.11, 2.12(a)(1)), so the mark is a person's and goes with everything about them: what
 * was written before they joined as well as after, appointments, papers and messages as well as calls. It stands from
 * the first word about a kind of group under Part 2 on, and nobody takes it off.
 */
@Component
public class Part2Mark {

    private final List<Part2Source> sources;

    Part2Mark(List<Part2Source> sources) {
        this.sources = sources;
    }

    /** Those of these patients who have it. */
    public Set<PatientId> among(Collection<PatientId> asked) {
        return asked.isEmpty()
                ? Set.of()
                : sources.stream()
                        .flatMap(source -> source.patients(asked).stream())
                        .collect(toSet());
    }

    public boolean isOn(PatientId patient) {
        return !among(List.of(patient)).isEmpty();
    }

    /** Whether whoever comes has it: a patient, or somebody who only asked so far and is known by their entry. */
    public boolean isOn(@Nullable PatientId patient, @Nullable UUID entry) {
        return patient != null && isOn(patient)
                || entry != null
                        && sources.stream()
                                .anyMatch(source ->
                                        !source.entries(List.of(entry)).isEmpty());
    }
}
