package org.circlekeeper.patients;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mark of 42 CFR Part 2, in the one place where it is decided. A record is whatever tells that somebody sought help
 * from such a program (42 CFR 2.11, 2.12(a)(1)), so the mark is a person's: they asked for, or sit in, a group under
 * Part 2. It stands from the first word about such a group on, and nobody takes it off. Which visits need a consent
 * before they are disclosed is not asked here: that goes by the group of the visit.
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

    /** Those of these entries of the waitlist that have it. */
    public Set<UUID> amongEntries(Collection<UUID> asked) {
        return asked.isEmpty()
                ? Set.of()
                : sources.stream()
                        .flatMap(source -> source.entries(asked).stream())
                        .collect(toSet());
    }

    public boolean isOn(PatientId patient) {
        return !among(List.of(patient)).isEmpty();
    }

    /**
     * Those of these patients beside whose names this person may read it: whoever reads the audit trail of all, anybody
     * else of those who have it by a group that they lead. The mark alone tells that somebody sought such help.
     */
    public Set<PatientId> shownTo(SignedIn who, Collection<PatientId> asked) {
        if (who.may(Permission.SEE_AUDIT)) {
            return among(asked);
        }
        return asked.isEmpty()
                ? Set.of()
                : sources.stream()
                        .flatMap(source -> source.patients(who, asked).stream())
                        .collect(toSet());
    }

    public boolean isShownTo(SignedIn who, PatientId patient) {
        return !shownTo(who, List.of(patient)).isEmpty();
    }

    /** The same of whoever comes; the office reads it of an entry, as on the page of that entry. */
    public boolean isShownTo(SignedIn who, @Nullable PatientId patient, @Nullable UUID entry) {
        return patient != null && isShownTo(who, patient) || entry != null && isShownTo(who, entry);
    }

    private boolean isShownTo(SignedIn who, UUID entry) {
        return who.may(Permission.SEE_WHOLE_PRACTICE) && who.may(Permission.SEE_WAITLIST)
                ? isOn(null, entry)
                : sources.stream()
                        .anyMatch(source -> !source.entries(who, List.of(entry)).isEmpty());
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
