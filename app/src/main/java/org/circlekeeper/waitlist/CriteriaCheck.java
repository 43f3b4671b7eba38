package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says, when somebody is to be seated by whatever way, what speaks against it of whom the group is for and not for: by
 * their record, and by what screening found for a group of this kind. Whoever sits already in a group of which the same
 * is said goes on in another past it: that is told, and holds nobody. Ages are looked at by the roster itself.
 */
@Component
class CriteriaCheck implements AdmissionCheck {

    private final EntryStore entries;
    private final ScreeningStore screening;
    private final ScreenedStore screened;
    private final Records records;
    private final Patients patients;
    private final Groups groups;
    private final Kinds kinds;
    private final Practices practices;
    private final Clock clock;

    CriteriaCheck(
            EntryStore entries,
            ScreeningStore screening,
            ScreenedStore screened,
            Records records,
            Patients patients,
            Groups groups,
            Kinds kinds,
            Practices practices,
            Clock clock) {
        this.entries = entries;
        this.screening = screening;
        this.screened = screened;
        this.records = records;
        this.patients = patients;
        this.groups = groups;
        this.kinds = kinds;
        this.practices = practices;
        this.clock = clock;
    }

    @Override
    public List<Finding> assess(Admission asked) {
        var group = groups.find(asked.group()).orElseThrow();
        var ofType = kinds.criteria(group.type());
        var criteria = ofType.stream()
                .filter(criterion -> criterion.standsFor(group.id()) && !isAge(criterion))
                .toList();
        if (criteria.isEmpty()) {
            return List.of();
        }
        var file = records.of(asked.patient());
        var ofKind = entries.of(asked.patient()).stream()
                .filter(entry -> entry.type().equals(group.type()))
                .toList();
        var known = ofKind.stream()
                .findFirst()
                .map(entry -> Known.of(entry.who(), file))
                .orElseGet(() ->
                        Known.of(patients.find(asked.patient()).orElseThrow().birthDate(), file));
        var answers = answers(ofKind);
        var sits = screened.sitsIn(asked.patient(), group.type(), practices.today());
        return criteria.stream()
                .flatMap(criterion -> assess(asked, criterion, known, answers.get(criterion.id())).stream()
                        .map(found -> isPassed(criterion, ofType, sits) ? goingOn(found) : found))
                .toList();
    }

    /** Whether it is said of a group too in which they sit: of the whole kind, or of that group as of this one. */
    private static boolean isPassed(Criterion criterion, List<Criterion> ofType, Set<GroupId> sits) {
        return sits.stream()
                .anyMatch(group -> ofType.stream()
                        .anyMatch(other -> other.standsFor(group)
                                && other.kind() == criterion.kind()
                                && other.excludes() == criterion.excludes()
                                && other.wanted().equals(criterion.wanted())
                                && other.says().equals(criterion.says())));
    }

    /** An answer, and the entry with which it was given. */
    private record Said(Answer answer, Entry entry) {}

    /** The newest answer to each criterion; that somebody left one open later takes nothing from what was found. */
    private Map<UUID, Said> answers(List<Entry> ofKind) {
        return ofKind.stream()
                .flatMap(
                        entry -> screening.answers(entry.id()).values().stream().map(answer -> new Said(answer, entry)))
                .filter(said -> said.answer().found() != Answer.Found.UNKNOWN)
                .collect(toMap(
                        said -> said.answer().criterion(),
                        Function.identity(),
                        BinaryOperator.maxBy(
                                Comparator.comparing(said -> said.answer().at()))));
    }

    private Optional<Finding> assess(Admission asked, Criterion criterion, Known known, @Nullable Said said) {
        var day = asked.days().first();
        boolean onFile = known.found(criterion, Answer.Found.UNKNOWN, day) != Answer.Found.UNKNOWN;
        var evidence = said == null || onFile
                ? new Evidence("Their record.", "/patients/" + asked.patient(), clock.instant())
                : new Evidence("What screening found.", said.entry().href(), clock.instant());
        return Meets.assess(
                criterion, known, said == null ? null : said.answer(), day, sentence -> Because.of(sentence, evidence));
    }

    /**
     * Of whoever has a seat in a group of which the same is said, and goes on in another one: they were let in once,
     * past it, and are not turned away by it now.
     */
    private static Finding goingOn(Finding found) {
        return found.holds()
                ? new Finding(
                        found.code(),
                        Finding.Weight.WARNS,
                        found.because(),
                        "They sit in a group of this kind already. Ask the therapist whether it is still right.",
                        found.source())
                : found;
    }

    private static boolean isAge(Criterion criterion) {
        return criterion.kind() == Criterion.Kind.AGE_FROM || criterion.kind() == Criterion.Kind.AGE_TO;
    }
}
