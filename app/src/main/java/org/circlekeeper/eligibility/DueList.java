package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    private static final Set<WaitStatus> ACCEPTED = EnumSet.of(WaitStatus.CLEARING);
    private static final Set<WaitStatus> ABOUT_TO_COME =
            EnumSet.of(WaitStatus.WAITING, WaitStatus.OFFERED, WaitStatus.CLEARING);

    private final InsuredStore insured;
    private final Eligibility eligibility;
    private final LastAskedStore lastAsked;
    private final WayStore wayStore;
    private final Ways ways;
    private final Waitlist waitlist;
    private final Payers payers;
    private final Practices practices;
    private final List<AskingCheck> checks;

    DueList(
            InsuredStore insured,
            Eligibility eligibility,
            LastAskedStore lastAsked,
            WayStore wayStore,
            Ways ways,
            Waitlist waitlist,
            Payers payers,
            Practices practices,
            List<AskingCheck> checks) {
        this.insured = insured;
        this.eligibility = eligibility;
        this.lastAsked = lastAsked;
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
        var people = insured.coming(
                today,
                today.plusDays(ways.setting().daysAhead()),
                patients(pipeline, ACCEPTED),
                patients(pipeline, WAITING));
        return decided(people, pipeline, today);
    }

    /** The lines of all that are about these patients: as if nobody else came. */
    List<Listed> among(Collection<PatientId> patients) {
        var today = practices.today();
        var pipeline = waitlist.pipeline();
        var about = patients(pipeline, ABOUT_TO_COME);
        var people = people(patients, pipeline, today).stream()
                .filter(who -> who.coming() != null || about.contains(who.patient()))
                .toList();
        return decided(people, pipeline, today);
    }

    /** The lines of one member, whether they come soon or not. */
    public List<Listed> of(PatientId patient) {
        var today = practices.today();
        var pipeline = waitlist.pipeline();
        return decided(people(List.of(patient), pipeline, today), pipeline, today);
    }

    /**
     * About which of these insurances no question may be put, or leave, at this moment, each with the sentence that
     * says why. Whether one is due is not asked.
     */
    Map<Policy, String> forbidden(Collection<Policy> policies) {
        var today = practices.today();
        var pipeline = waitlist.pipeline();
        var people = people(policies.stream().map(Policy::patient).collect(toSet()), pipeline, today);
        var known = circumstances(people, pipeline, today, Map.of(), Map.of());
        var forbidden = new HashMap<Policy, String>();
        policies.forEach(policy -> forbidden.put(policy, Due.NOT_ON_FILE));
        for (var who : people) {
            var policy = who.policy();
            if (policy != null && forbidden.containsKey(policy)) {
                Due.forbidden(who, known)
                        .ifPresentOrElse(why -> forbidden.put(policy, why), () -> forbidden.remove(policy));
            }
        }
        return forbidden;
    }

    /** Payers that a named person inside the United States asks, and no program by itself. */
    Set<UUID> askedByPersonAlone() {
        return eligibility.rules(payers.all(), practices.today()).entrySet().stream()
                .filter(entry -> Due.isByPerson(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private List<Insured> people(Collection<PatientId> patients, List<Entry> pipeline, LocalDate today) {
        return insured.of(patients, today, today.plusDays(ways.setting().daysAhead()), patients(pipeline, ACCEPTED));
    }

    /** Whoever waits for a Part 2 group is not among them: until they have a seat there, no payer learns of it. */
    private static Set<PatientId> patients(List<Entry> pipeline, Set<WaitStatus> statuses) {
        return pipeline.stream()
                .filter(entry -> statuses.contains(entry.status()) && !entry.part2())
                .map(Entry::patient)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private List<Listed> decided(List<Insured> people, List<Entry> pipeline, LocalDate today) {
        var patients = patients(people);
        var latest = eligibility.latest(patients);
        var known = circumstances(
                people,
                pipeline,
                today,
                latest.values().stream().map(Latest::answer).collect(toMap(Answer::policy, answer -> answer)),
                lastAsked.of(patients, practices.current().zone()));
        return people.stream()
                .map(who -> new Listed(
                        who,
                        who.policy() == null ? null : latest.get(who.policy()),
                        Due.of(who, known),
                        Due.dayOf(who, today),
                        Due.isLate(who, known),
                        Due.isByPerson(who, known)))
                .toList();
    }

    private static Set<PatientId> patients(List<Insured> people) {
        return people.stream().map(Insured::patient).collect(toSet());
    }

    private Circumstances circumstances(
            List<Insured> people,
            List<Entry> pipeline,
            LocalDate today,
            Map<Policy, Answer> latest,
            Map<Policy, LastAsked> asked) {
        var patients = patients(people);
        return new Circumstances(
                today,
                withheld(people, pipeline, today),
                wayStore.agreed(patients, today),
                insured.advantage(patients, today),
                latest,
                asked,
                ways.notEnrolled(today),
                eligibility.rules(payers.all(), today));
    }

    /** About whom no payer may be asked today, and why. */
    private Map<PatientId, AskingCheck.Reason> withheld(List<Insured> people, List<Entry> pipeline, LocalDate today) {
        var withheld = new HashMap<PatientId, AskingCheck.Reason>();
        var patients = patients(people);
        checks.forEach(check -> check.withheld(patients, today).forEach(withheld::putIfAbsent));
        var part2 = pipeline.stream().filter(Entry::part2).map(Entry::patient).collect(toSet());
        var elsewhere = patients(pipeline, WAITING);
        people.stream()
                .filter(who -> who.standing() == Insured.Standing.WAITS)
                .map(Insured::patient)
                .filter(patient -> part2.contains(patient) && !elsewhere.contains(patient))
                .forEach(patient -> withheld.putIfAbsent(patient, AskingCheck.Reason.WISH));
        return withheld;
    }
}
