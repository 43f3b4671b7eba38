package org.circlekeeper.finance;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.circlekeeper.coverage.AuthorizedCare;
import org.circlekeeper.coverage.AuthorizedCares;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.coverage.KeptFromPlans;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.DueList;
import org.circlekeeper.eligibility.Eligibility;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.Policy;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the gaps of members with what was said about them. */
@Component
public class OpenGaps {

    /** So far ahead sessions are planned. */
    private static final int DAYS_AHEAD = 13 * 7;

    private final DueList dueList;
    private final AuthorizedCares cares;
    private final KeptFromPlans kept;
    private final Eligibility eligibility;
    private final TalkStore talks;
    private final Coverages coverages;
    private final Payers payers;
    private final Sessions sessions;
    private final Practices practices;
    private final Clock clock;

    OpenGaps(
            DueList dueList,
            AuthorizedCares cares,
            KeptFromPlans kept,
            Eligibility eligibility,
            TalkStore talks,
            Coverages coverages,
            Payers payers,
            Sessions sessions,
            Practices practices,
            Clock clock) {
        this.dueList = dueList;
        this.cares = cares;
        this.kept = kept;
        this.eligibility = eligibility;
        this.talks = talks;
        this.coverages = coverages;
        this.payers = payers;
        this.sessions = sessions;
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
        var gathered = gather(people.keySet(), lines);
        var standing = new ArrayList<Standing>();
        people.forEach((patient, theirs) -> {
            var ended = gathered.ended().getOrDefault(patient, List.of());
            var cares = gathered.cares().getOrDefault(patient, List.of());
            var situation = situation(theirs, cares, ended, gathered);
            for (var gap : CoverageGap.of(situation)) {
                var line = line(gap, theirs);
                var said = gathered.said().getOrDefault(patient, List.of());
                standing.add(new Standing(
                        gap,
                        line,
                        talk(
                                gap,
                                said,
                                gathered.answers().getOrDefault(patient, List.of()),
                                Gone.last(gap, ended, cares)),
                        gathered.firsts().starts(line) || Gone.hasJustEnded(gap, ended)));
            }
        });
        return standing;
    }

    /** What is asked once for all of them. */
    private record Gathered(
            Map<PatientId, List<Talk>> said,
            Map<PatientId, List<Answer>> answers,
            Map<PatientId, List<AuthorizedCare>> cares,
            Map<PatientId, List<Situation.Ended>> ended,
            Set<PatientId> keeping,
            FirstSessions firsts) {}

    private Gathered gather(Collection<PatientId> people, List<Listed> lines) {
        var today = practices.today();
        var calendar = sessions.between(today.minusDays(FirstSessions.DAYS_BACK), today.plusDays(DAYS_AHEAD));
        var coming = calendar.stream()
                .filter(session -> !session.serviceDate().isBefore(today))
                .map(session -> session.id().value())
                .collect(toSet());
        var said = talks.of(people).stream().collect(groupingBy(Talk::patient));
        return new Gathered(
                said,
                eligibility.of(aboutPayers(said)),
                authorizations(people),
                ended(lines),
                keys(kept.sessions(people), theirs -> theirs.stream().anyMatch(coming::contains)),
                new FirstSessions(calendar));
    }

    private static <T> Set<PatientId> keys(Map<PatientId, T> all, Predicate<T> which) {
        return all.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** What payers said is looked at of those alone with whom somebody talked about one. */
    private static Set<PatientId> aboutPayers(Map<PatientId, List<Talk>> said) {
        return keys(said, talks -> talks.stream().anyMatch(talk -> talk.about().payer() != null));
    }

    /** Of whoever has no insurance any more, what they had. */
    private Map<PatientId, List<Situation.Ended>> ended(List<Listed> lines) {
        var without = lines.stream()
                .filter(line -> line.who().insurance() == null)
                .map(line -> line.who().patient())
                .collect(toSet());
        if (without.isEmpty()) {
            return Map.of();
        }
        var known = payers.all().stream().collect(toMap(Payer::id, payer -> payer));
        return coverages.of(without).stream()
                .filter(one -> known.containsKey(one.payer()))
                .collect(groupingBy(
                        Coverage::patient,
                        mapping(one -> ended(one, requireNonNull(known.get(one.payer()))), toList())));
    }

    private static Situation.Ended ended(Coverage one, Payer payer) {
        return new Situation.Ended(
                new Policy(one.patient(), one.payer(), one.memberId()), payer.name(), payer.program(), one.days());
    }

    private Map<PatientId, List<AuthorizedCare>> authorizations(Collection<PatientId> patients) {
        return cares.of(patients, practices.today()).stream()
                .filter(care -> care.code().equals(ProcedureCode.GROUP_PSYCHOTHERAPY))
                .collect(groupingBy(AuthorizedCare::patient));
    }

    private Situation situation(
            List<Listed> lines, List<AuthorizedCare> theirs, List<Situation.Ended> ended, Gathered all) {
        var patient = lines.getFirst().who().patient();
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
        return new Situation(lines, asking, authorized, all.keeping().contains(patient), ended, clock.instant());
    }

    private static Listed line(CoverageGap gap, List<Listed> theirs) {
        return theirs.stream()
                .filter(line -> gap.insurance().isEmpty()
                        || gap.insurance().get().equals(line.who().policy()))
                .findFirst()
                .orElseGet(theirs::getFirst);
    }

    private static @Nullable Talk talk(
            CoverageGap gap, List<Talk> said, List<Answer> answers, @Nullable LocalDate gone) {
        return Settled.of(gap, said, answers, gone).orElse(null);
    }
}
