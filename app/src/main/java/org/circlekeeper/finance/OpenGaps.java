package org.circlekeeper.finance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.coverage.AuthorizedCare;
import org.circlekeeper.coverage.AuthorizedCares;
import org.circlekeeper.coverage.KeptFromPlans;
import org.circlekeeper.eligibility.DueList;
import org.circlekeeper.eligibility.Eligibility;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the gaps of members with what was said about them. */
@Component
public class OpenGaps {

    private final DueList dueList;
    private final AuthorizedCares cares;
    private final KeptFromPlans kept;
    private final Eligibility eligibility;
    private final TalkStore talks;
    private final Practices practices;
    private final Clock clock;

    OpenGaps(
            DueList dueList,
            AuthorizedCares cares,
            KeptFromPlans kept,
            Eligibility eligibility,
            TalkStore talks,
            Practices practices,
            Clock clock) {
        this.dueList = dueList;
        this.cares = cares;
        this.kept = kept;
        this.eligibility = eligibility;
        this.talks = talks;
        this.practices = practices;
        this.clock = clock;
    }

    /** Of everybody with a session in the days looked ahead, and of whoever said yes to a seat. */
    public List<Standing> coming() {
        return standing(dueList.all());
    }

    /** Of one member, whether they come soon or not. */
    public List<Standing> of(PatientId patient) {
        return standing(dueList.of(patient));
    }

    private List<Standing> standing(List<Listed> lines) {
        var people = lines.stream().collect(groupingBy(line -> line.who().patient(), LinkedHashMap::new, toList()));
        if (people.isEmpty()) {
            return List.of();
        }
        var said = talks.of(people.keySet()).stream().collect(groupingBy(Talk::patient));
        var authorized = authorizations(people.keySet());
        var keeping = kept.sessions(people.keySet()).keySet();
        var standing = new ArrayList<Standing>();
        people.forEach((patient, theirs) -> {
            var situation = situation(theirs, authorized.getOrDefault(patient, List.of()), keeping.contains(patient));
            for (var gap : CoverageGap.of(situation)) {
                standing.add(new Standing(
                        gap, line(gap, theirs), talk(gap, patient, said.getOrDefault(patient, List.of()))));
            }
        });
        return standing;
    }

    private Map<PatientId, List<AuthorizedCare>> authorizations(Collection<PatientId> patients) {
        return cares.of(patients, practices.today()).stream()
                .filter(care -> care.code().equals(ProcedureCode.GROUP_PSYCHOTHERAPY))
                .collect(groupingBy(AuthorizedCare::patient));
    }

    private Situation situation(List<Listed> lines, List<AuthorizedCare> theirs, boolean keeps) {
        var asking = new HashSet<UUID>();
        var authorized = new HashSet<UUID>();
        for (var care : theirs) {
            if (!care.needed().isEmpty()) {
                asking.add(care.payer());
            }
            boolean covers = care.authorizations().stream()
                    .filter(one -> care.left(one) > 0)
                    .anyMatch(one -> lines.stream().anyMatch(line -> one.days().includes(line.day())));
            if (covers) {
                authorized.add(care.payer());
            }
        }
        return new Situation(lines, asking, authorized, keeps, clock.instant());
    }

    private static Listed line(CoverageGap gap, List<Listed> theirs) {
        return theirs.stream()
                .filter(line -> gap.insurance().isEmpty()
                        || gap.insurance().get().equals(line.who().policy()))
                .findFirst()
                .orElseThrow();
    }

    /** The answers are asked for of those alone about whom there was a talk. */
    private @Nullable Talk talk(CoverageGap gap, PatientId patient, List<Talk> said) {
        if (Settled.last(gap, said).isEmpty()) {
            return null;
        }
        return Settled.of(gap, said, gap.answered() ? eligibility.of(patient) : List.of())
                .orElse(null);
    }
}
