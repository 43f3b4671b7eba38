package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has each member's benefits verified before their next session: by file where a payer may be asked so, a payer a step.
 * What only a named person may ask, and what no file can, is asked of people.
 */
@Component
class VerifyEligibility implements Duty<Set<Policy>> {

    static final String ID = "verify-eligibility";

    private static final String DESK = "/insurance";

    private final DueList dueList;
    private final Runs runs;
    private final Receiving receiving;
    private final Ways ways;
    private final Outbox outbox;

    VerifyEligibility(DueList dueList, Runs runs, Receiving receiving, Ways ways, Outbox outbox) {
        this.dueList = dueList;
        this.runs = runs;
        this.receiving = receiving;
        this.ways = ways;
        this.outbox = outbox;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "Whoever has a session soon has a payer's word on group therapy, and a gap is known before it.";
    }

    @Override
    public int place() {
        return 14;
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                Permission.SEE_CLAIMS,
                new Manner.Agreement(
                        Permission.KEEP_COVERAGE, "Ask", "Ask %d payers about benefits.", "Ask all of them"));
    }

    @Override
    public List<Step<Set<Policy>>> plan(Work work) {
        var lines = dueList.all();
        var steps = new ArrayList<Step<Set<Policy>>>();
        var due = of(lines, Verdict.Kind.DUE).stream()
                .collect(groupingBy(line -> insurance(line).payer(), LinkedHashMap::new, Collectors.toList()));
        due.forEach((payer, asked) -> steps.add(ask(payer, asked, work)));
        byPerson(of(lines, Verdict.Kind.DUE_BY_PERSON), work, steps);
        calls(lines.stream().filter(Listed::needsCall).toList(), work, steps);
        corrections(of(lines, Verdict.Kind.CORRECT), work, steps);
        parked(work, steps);
        outbox.troubles(Dispatch.KIND).forEach(trouble -> steps.add(trouble(trouble, work)));
        return steps;
    }

    @Override
    public void perform(Work work, Set<Policy> policies) {
        var actor = work.orderedBy() == null ? new Actor.Duty(ID) : work.orderedBy();
        if (runs.start(policies, actor) instanceof Runs.Started.Nobody nobody) {
            throw new StepRefused(nobody.why());
        }
    }

    private Step<Set<Policy>> ask(UUID payer, List<Listed> lines, Work work) {
        var policies = lines.stream()
                .map(line -> line.who().policy())
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        var price = ways.setting().price();
        return new Step.Act<>(
                "ask:" + payer + ":" + situation(policies, work),
                policies,
                Because.of(
                        "Ask " + insurance(lines.getFirst()).payerName() + " about the benefits of "
                                + Words.count(policies.size(), "member", "members") + cost(price, policies.size())
                                + ": their sessions are near, and the last answers no longer hold.",
                        new Evidence("Who is due, and why.", DESK + "?show=due", work.now())));
    }

    private static String cost(@Nullable Money price, int people) {
        return price == null ? "" : " for " + price.times(people);
    }

    private static void byPerson(List<Listed> lines, Work work, List<Step<Set<Policy>>> steps) {
        if (!lines.isEmpty()) {
            steps.add(new Step.Ask<>(
                    "by-person:" + lines.size() + ":" + work.today(),
                    Words.count(lines.size(), "member", "members")
                            + " can be verified by a named person inside the United States alone. Check them?",
                    DESK + "/check",
                    Because.of(
                            "Medicare lets a person ask about somebody before a service, and no program by itself.",
                            new Evidence("Who is due, and why.", DESK + "?show=due", work.now()))));
        }
    }

    private static void calls(List<Listed> lines, Work work, List<Step<Set<Policy>>> steps) {
        if (!lines.isEmpty()) {
            steps.add(new Step.Ask<>(
                    "calls:" + lines.size(),
                    "Payers leave something open about " + Words.count(lines.size(), "member", "members")
                            + ". Ring them, or look in their portals?",
                    DESK + "/calls",
                    Because.of(
                            "What no file can ask, and what an answer leaves open, is asked by a person before the session.",
                            new Evidence("Whom to ask what, by payer.", DESK + "/calls", work.now()))));
        }
    }

    private static void corrections(List<Listed> lines, Work work, List<Step<Set<Policy>>> steps) {
        if (!lines.isEmpty()) {
            steps.add(new Step.Ask<>(
                    "correct:" + lines.size(),
                    "Payers did not know " + Words.count(lines.size(), "member", "members")
                            + " as they are on file. Correct what is wrong?",
                    DESK + "?show=due",
                    Because.of(
                            "A question with a wrong number is not answered, and a claim with it is not paid.",
                            new Evidence("What each payer said.", DESK + "?show=due", work.now()))));
        }
    }

    private void parked(Work work, List<Step<Set<Policy>>> steps) {
        int parked = receiving.parked().size();
        if (parked > 0) {
            steps.add(new Step.Ask<>(
                    "parked:" + parked,
                    Words.count(parked, "answer of a payer waits", "answers of payers wait")
                            + " for somebody to look. Take or leave?",
                    DESK + "/files",
                    Because.of(
                            "Something is wrong with the file, or the answer is to no question of this practice.",
                            new Evidence("What came, and what is wrong with it.", DESK + "/files", work.now()))));
        }
    }

    private static Step<Set<Policy>> trouble(Outbox.Trouble trouble, Work work) {
        return new Step.Ask<>(
                "waits:" + trouble.key(),
                "A file of questions about benefits waits. " + trouble.sentence(),
                DESK + "/runs",
                Because.of(
                        trouble.sentence(),
                        new Evidence(trouble.target() + " has not left.", DESK + "/runs", work.now())));
    }

    private static List<Listed> of(List<Listed> lines, Verdict.Kind kind) {
        return lines.stream().filter(line -> line.verdict().kind() == kind).toList();
    }

    private static Insured.Insurance insurance(Listed line) {
        return Objects.requireNonNull(line.who().insurance(), "Who is due has an insurance");
    }

    /** The same people on the same day are one situation, whatever order they stand in; no name or number is told. */
    private static String situation(Set<Policy> policies, Work work) {
        var all = policies.stream().map(Policy::toString).sorted().collect(Collectors.joining(";"));
        return work.today() + ":" + Sha256.hex(all).substring(0, 16);
    }
}
