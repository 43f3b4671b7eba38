package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Apart;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.TakenTime;

/**
 * Somebody who waits, with all that decides where they may sit.
 *
 * @param answers what screening found, by criterion
 * @param apart the pairs they are half of
 * @param returning whether they were a member of this practice's groups before
 * @param onlyIn the groups for which a therapist's fit holds; none when it holds for every group of the kind
 * @param letGo the groups of which they let an offer go lately, and on which day
 * @param family whom they come with
 * @param file what their record says; nothing of somebody who has none
 * @param taken when groups meet while they are expected elsewhere
 */
public record Candidate(
        Entry entry,
        Map<UUID, Answer> answers,
        List<Apart> apart,
        boolean returning,
        Set<GroupId> onlyIn,
        Map<GroupId, LocalDate> letGo,
        Family family,
        OnFile file,
        List<TakenTime> taken) {

    public Candidate {
        answers = Map.copyOf(answers);
        apart = List.copyOf(apart);
        onlyIn = Set.copyOf(onlyIn);
        letGo = Map.copyOf(letGo);
        taken = List.copyOf(taken);
    }

    Candidate with(Family other) {
        return new Candidate(entry, answers, apart, returning, onlyIn, letGo, other, file, taken);
    }

    /** All that a criterion may look at. */
    Known known() {
        return Known.of(entry.who(), file);
    }

    /** Whether one of them and of those who come with them is kept apart from one of the others'. */
    boolean isKeptApartFrom(Candidate other) {
        return all().stream()
                .anyMatch(one -> other.all().stream()
                        .flatMap(beside -> Stream.ofNullable(beside.entry().patient()))
                        .anyMatch(one::isKeptApartFrom));
    }

    private boolean isKeptApartFrom(PatientId patient) {
        return !patient.equals(entry.patient())
                && apart.stream()
                        .anyMatch(pair ->
                                pair.one().equals(patient) || pair.other().equals(patient));
    }

    /** Themselves and whoever comes with them. */
    List<Candidate> all() {
        return Stream.concat(Stream.of(this), family.with().stream()).toList();
    }
}
