package org.circlekeeper.claims;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Sha256;
import org.springframework.stereotype.Component;

/** Makes the claims of every closed session agree with who was there, what is signed and what payers ask. */
@Component
class PrepareClaims implements Duty<PrepareClaims.Due> {

    private final ClaimVisits visits;
    private final ClaimStore store;
    private final Preparation preparation;
    private final ClaimQuestions questions;

    PrepareClaims(ClaimVisits visits, ClaimStore store, Preparation preparation, ClaimQuestions questions) {
        this.visits = visits;
        this.store = store;
        this.preparation = preparation;
        this.questions = questions;
    }

    /**
     * One session, with the rules as they stood for all sessions of the pass: they are read once, not once a session. A
     * rule that changes meanwhile is seen by the next pass, and asked once more before a claim is filed.
     */
    record Due(SessionId session, BillingRules rules) {}

    @Override
    public String id() {
        return "prepare-claims";
    }

    @Override
    public String promise() {
        return "Every visit of a closed session becomes a claim, ready, or held with each reason. No absence does.";
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                Permission.SEE_CLAIMS,
                new Manner.Agreement(
                        Permission.ANSWER_QUESTIONS,
                        "Prepare the claims",
                        "Prepare the claims of %d sessions.",
                        "Prepare them all"));
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public List<Step<Due>> plan(Work work) {
        var rules = visits.rules();
        var outcomes = visits.unsettled(work.today()).stream()
                .map(visit -> Outcome.of(visit, rules, work.today()))
                .toList();
        var bySession = outcomes.stream()
                .filter(outcome -> outcome instanceof Outcome.Keep || outcome instanceof Outcome.Withdraw)
                .collect(groupingBy(outcome -> outcome.visit().meeting().id(), LinkedHashMap::new, toList()));
        var generations = store.generations(bySession.keySet());
        var steps = new ArrayList<Step<Due>>();
        bySession.forEach((session, changes) ->
                steps.add(act(new Due(session, rules), changes, generations.getOrDefault(session, 0L), work)));
        steps.addAll(questions.lostPresence(outcomes, work));
        steps.addAll(questions.lostAuthorization(outcomes, work));
        steps.addAll(questions.enrolments(rules, work));
        return steps;
    }

    @Override
    public void perform(Work work, Due due) {
        var session = due.session();
        var rules = due.rules();
        var outcomes = visits.of(session, work.today()).stream()
                .map(visit -> Outcome.of(visit, rules, work.today()))
                .toList();
        preparation.carryOut(work.practice(), outcomes, "session " + session, new Actor.Duty(id()));
    }

    private static Step<Due> act(Due due, List<Outcome> changes, long generation, Work work) {
        var meeting = changes.getFirst().visit().meeting();
        var sheet = new Evidence(
                "The sheet of " + meeting.group() + " says who came on " + Words.day(meeting.day()) + ".",
                "/sessions/" + due.session(),
                work.now());
        return new Step.Act<>(
                "session:" + due.session() + ":" + generation + ":" + hash(changes),
                due,
                Because.of(meeting.group() + ", " + Words.day(meeting.day()) + ": " + told(changes) + ".", sheet));
    }

    private static String told(List<Outcome> changes) {
        var said = new ArrayList<String>();
        long ready = changes.stream()
                .filter(change -> statusOf(change) == ClaimStatus.READY)
                .count();
        long withdrawn =
                changes.stream().filter(Outcome.Withdraw.class::isInstance).count();
        if (ready > 0) {
            said.add(Words.count(ready, "claim is ready", "claims are ready"));
        }
        heldByReason(changes).forEach((reason, count) -> said.add(count + " held: " + reason));
        if (withdrawn > 0) {
            said.add(withdrawn + " withdrawn");
        }
        return String.join("; ", said);
    }

    private static Map<String, Long> heldByReason(List<Outcome> changes) {
        return changes.stream()
                .filter(change -> statusOf(change) == ClaimStatus.HELD)
                .map(Outcome.Keep.class::cast)
                .map(keep -> BillingReadiness.holds(keep.visit(), keep.findings())
                        .getFirst()
                        .code())
                .map(code -> FindingCode.ofCode(code).inPassing())
                .collect(groupingBy(reason -> reason, TreeMap::new, counting()));
    }

    private static ClaimStatus statusOf(Outcome outcome) {
        return outcome instanceof Outcome.Keep keep ? keep.status() : ClaimStatus.VOIDED;
    }

    private static String hash(List<Outcome> changes) {
        var situation = changes.stream()
                .map(change ->
                        change.visit().encounter() + (change instanceof Outcome.Keep keep ? keep.digest() : "withdraw"))
                .sorted()
                .collect(joining());
        return Sha256.hex(situation).substring(0, 8);
    }
}
