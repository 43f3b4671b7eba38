package org.circlekeeper.waitlist;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;
import org.springframework.stereotype.Component;

/**
 * Says, when somebody is to be seated by whatever way, what speaks against it of whom the group is for and not for: by
 * their record, and by what screening found for a group of this kind. Ages are looked at by the roster itself.
 */
@Component
class CriteriaCheck implements AdmissionCheck {

    private final EntryStore entries;
    private final ScreeningStore screening;
    private final Records records;
    private final Patients patients;
    private final Groups groups;
    private final Kinds kinds;
    private final Clock clock;

    CriteriaCheck(
            EntryStore entries,
            ScreeningStore screening,
            Records records,
            Patients patients,
            Groups groups,
            Kinds kinds,
            Clock clock) {
        this.entries = entries;
        this.screening = screening;
        this.records = records;
        this.patients = patients;
        this.groups = groups;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public List<Finding> assess(Admission asked) {
        var group = groups.find(asked.group()).orElseThrow();
        var criteria = kinds.criteria(group.type()).stream()
                .filter(criterion -> criterion.standsFor(group.id()) && !isAge(criterion))
                .toList();
        if (criteria.isEmpty()) {
            return List.of();
        }
        var file = records.of(asked.patient());
        var last = entries.of(asked.patient()).stream()
                .filter(entry -> entry.type().equals(group.type()))
                .findFirst();
        var known = last.map(entry -> Known.of(entry.who(), file))
                .orElseGet(() ->
                        Known.of(patients.find(asked.patient()).orElseThrow().birthDate(), file));
        var answers = last.map(entry -> screening.answers(entry.id())).orElse(Map.of());
        return criteria.stream()
                .flatMap(criterion -> Meets.assess(
                        criterion,
                        known,
                        answers.get(criterion.id()),
                        asked.days().first(),
                        sentence -> because(sentence, asked))
                        .stream())
                .toList();
    }

    private static boolean isAge(Criterion criterion) {
        return criterion.kind() == Criterion.Kind.AGE_FROM || criterion.kind() == Criterion.Kind.AGE_TO;
    }

    private Because because(String sentence, Admission asked) {
        return Because.of(sentence, new Evidence("Their record.", "/patients/" + asked.patient(), clock.instant()));
    }
}
