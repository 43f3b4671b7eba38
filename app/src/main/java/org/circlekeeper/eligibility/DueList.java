package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.Waitlist;
import org.springframework.stereotype.Component;

/** Gathers who comes soon with what is known of their insurance, and has decided about whom payers are asked. */
@Component
public class DueList {

    private static final Set<WaitStatus> WAITING = EnumSet.of(WaitStatus.WAITING, WaitStatus.OFFERED);

    private final InsuredStore insured;
    private final Eligibility eligibility;
    private final QuestionStore questions;
    private final WayStore wayStore;
    private final Ways ways;
    private final Waitlist waitlist;
    private final Payers payers;
    private final Practices practices;
    private final List<AskingCheck> checks;

    DueList(
            InsuredStore insured,
            Eligibility eligibility,
            QuestionStore questions,
            WayStore wayStore,
            Ways ways,
            Waitlist waitlist,
            Payers payers,
            Practices practices,
            List<AskingCheck> checks) {
        this.insured = insured;
        this.eligibility = eligibility;
        this.questions = questions;
        this.wayStore = wayStore;
        this.ways = ways;
        this.waitlist = waitlist;
        this.payers = payers;
        this.practices = practices;
        this.checks = List.copyOf(checks);
    }

    /** Everybody with a session in the days looked ahead, or about to have one: a line for each insurance, by name. */
    public List<Listed> all() {
        var today = practices.today();
        var pipeline = waitlist.pipeline();
        var accepted = patients(pipeline, EnumSet.of(WaitStatus.CLEARING));
        var waiting = patients(pipeline, WAITING);
        return decided(insured.coming(today, today.plusDays(ways.setting().daysAhead()), accepted, waiting));
    }

    /** The lines of one member, whether they come soon or not. */
    public List<Listed> of(PatientId patient) {
        var mine = all().stream()
                .filter(line -> line.who().patient().equals(patient))
                .toList();
        if (!mine.isEmpty()) {
            return mine;
        }
        var today = practices.today();
        return decided(insured.coming(today, today.minusDays(1), List.of(patient), List.of()));
    }

    /** Whoever waits for a Part 2 group is not among them: until they have a seat there, no payer learns of it. */
    private static Set<PatientId> patients(List<Entry> pipeline, Set<WaitStatus> statuses) {
        return pipeline.stream()
                .filter(entry -> statuses.contains(entry.status()) && !entry.part2())
                .map(Entry::patient)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private List<Listed> decided(List<Insured> people) {
        var today = practices.today();
        var patients = people.stream().map(Insured::patient).collect(toSet());
        var latest = eligibility.latest(patients);
        var known = circumstances(patients, latest);
        return people.stream()
                .map(who -> new Listed(
                        who,
                        who.policy() == null ? null : latest.get(who.policy()),
                        Due.of(who, known),
                        Due.dayOf(who, today),
                        Due.isByPerson(who, known)))
                .toList();
    }

    private Circumstances circumstances(Set<PatientId> patients, Map<Policy, Latest> latest) {
        var today = practices.today();
        return new Circumstances(
                today,
                withheld(patients),
                wayStore.agreed(patients, today),
                insured.advantage(patients, today),
                latest.values().stream().map(Latest::answer).collect(toMap(Answer::policy, answer -> answer)),
                questions.underWay(patients),
                questions.vainSince(
                        patients, today.atStartOfDay(practices.current().zone()).toInstant()),
                ways.notEnrolled(today),
                eligibility.rules(payers.all(), today));
    }

    /** About whom no payer may be asked today, and why. */
    Map<PatientId, String> withheld(Collection<PatientId> patients) {
        var withheld = new HashMap<PatientId, String>();
        checks.forEach(check -> check.withheld(patients, practices.today()).forEach(withheld::putIfAbsent));
        return withheld;
    }
}
