package org.circlekeeper.claims;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files what nothing holds, one claims file to a payer. Releasing claims is a person's choice: the standing order for
 * the payer, an approval, or a round on somebody's word is that person's release. Without one it is proposed.
 */
@Component
class FileClaims implements Duty<Fileable> {

    private static final int ASKED_DAYS_AHEAD = 7;

    private final FileableStore fileables;
    private final Filing filing;
    private final Payers payers;
    private final Practices practices;
    private final Outbox outbox;

    FileClaims(FileableStore fileables, Filing filing, Payers payers, Practices practices, Outbox outbox) {
        this.fileables = fileables;
        this.filing = filing;
        this.payers = payers;
        this.practices = practices;
        this.outbox = outbox;
    }

    @Override
    public String id() {
        return "file-claims";
    }

    @Override
    public String promise() {
        return "A claim that nothing holds is filed the same evening, on a named person's standing order.";
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                Permission.SEE_CLAIMS,
                new Manner.Agreement(
                        Permission.RELEASE_CLAIMS, "Release them", "Release claims in %d files.", "Release them all"));
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public List<Step<Fileable>> plan(Work work) {
        var steps = new ArrayList<Step<Fileable>>();
        var look = SecondLook.of(practices.current().profile(), work.orderedBy(), work.now());
        fileables.fileable(look).forEach(fileable -> steps.add(act(fileable, work)));
        outbox.troubles(Filing.KIND).forEach(trouble -> steps.add(trouble(trouble, work)));
        steps.addAll(endingOrders(work));
        return steps;
    }

    @Override
    public boolean isOrdered(Work work, Fileable fileable) {
        return release(work, fileable)
                .filter(release -> fileable.mayBeReleasedBy(release.person(), release.by()))
                .isPresent();
    }

    @Override
    public void perform(Work work, Fileable fileable) {
        var release = release(work, fileable)
                .orElseThrow(() -> new StepRefused("Nobody has released claims to " + fileable.payerName() + "."));
        if (!fileable.mayBeReleasedBy(release.person(), release.by())) {
            throw new StepRefused("The reason to file these claims to " + fileable.payerName() + " is " + release.by()
                    + "'s own. Somebody else releases them.");
        }
        if (filing.file(fileable, release.told(), new Actor.Duty(id())).isEmpty()) {
            throw new StepRefused("The claims to " + fileable.payerName()
                    + " changed meanwhile. The next time I look, they are looked at again.");
        }
    }

    /** Who lets claims go, and how the batch tells of it. */
    private record Release(@Nullable UUID person, String by, String told) {}

    /** Whoever asked for this very work, else whoever gave the standing order. */
    private Optional<Release> release(Work work, Fileable fileable) {
        var asked = work.orderedBy();
        return asked != null
                ? Optional.of(new Release(
                        asked instanceof Actor.Person person ? person.id().value() : null,
                        asked.label(),
                        asked.label()))
                : payers.standingOrders(work.today()).stream()
                        .filter(order -> order.payer().equals(fileable.payer()))
                        .findFirst()
                        .map(FileClaims::release);
    }

    private static Release release(Payers.StandingOrder order) {
        return new Release(
                order.givenBy(),
                order.givenLabel(),
                order.givenLabel() + " (standing order until " + Words.day(order.lastDay()) + ")");
    }

    /** An order that ends within a week is asked about while there is time: without one, claims wait for a person. */
    private List<Step<Fileable>> endingOrders(Work work) {
        var names = payers.all().stream().collect(toMap(Payer::id, Payer::name));
        return payers.standingOrders(work.today()).stream()
                .collect(toMap(
                        Payers.StandingOrder::payer,
                        order -> order,
                        BinaryOperator.maxBy(Comparator.comparing(Payers.StandingOrder::lastDay))))
                .values()
                .stream()
                .filter(order -> order.lastDay().isBefore(work.today().plusDays(ASKED_DAYS_AHEAD)))
                .sorted(Comparator.comparing(order -> names.getOrDefault(order.payer(), "")))
                .map(order -> ending(order, names.getOrDefault(order.payer(), "this payer"), work))
                .toList();
    }

    private static Step<Fileable> ending(Payers.StandingOrder order, String payer, Work work) {
        var until = Words.day(order.lastDay());
        return new Step.Ask<>(
                "order:" + order.payer() + ":" + order.lastDay(),
                "The standing order for claims to " + payer + " ends on " + until + ". Renew it?",
                "/payers/" + order.payer(),
                Because.of(
                        "Claims to " + payer + " leave by themselves until " + until
                                + ", on the order of " + order.givenLabel()
                                + ". After that each waits for somebody to release it.",
                        new Evidence(
                                "Given on " + Words.day(order.givenOn()) + " for ninety days.",
                                "/payers/" + order.payer(),
                                work.now())));
    }

    private static Step<Fileable> act(Fileable fileable, Work work) {
        var visits = fileable.first().equals(fileable.last())
                ? Words.day(fileable.first())
                : Words.shortDay(fileable.first()) + " to " + Words.day(fileable.last());
        return new Step.Act<>(
                "payer:" + fileable.payerId() + ":" + fileable.situation(),
                fileable,
                Because.of(
                        "%s for %s to %s, visits of %s: nothing holds them."
                                .formatted(
                                        Words.count(fileable.claims(), "claim", "claims"),
                                        fileable.total(),
                                        fileable.payerName(),
                                        visits),
                        new Evidence(
                                "Every seat of these sessions is marked and accounted for.",
                                "/claims?payer=" + fileable.payer(),
                                work.now())));
    }

    private static Step<Fileable> trouble(Outbox.Trouble trouble, Work work) {
        return new Step.Ask<>(
                "waits:" + trouble.key(),
                "A claims file waits. " + trouble.sentence(),
                "/batches/" + trouble.key(),
                Because.of(
                        trouble.sentence(),
                        new Evidence(trouble.target() + " has not left.", "/batches/" + trouble.key(), work.now())));
    }
}
