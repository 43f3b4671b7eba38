package org.circlekeeper.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/**
 * Files what nothing holds, one claims file to a payer. Releasing claims is a person's choice: the standing order for
 * the payer, an approval, or a round on somebody's word is that person's release. Without one it is proposed.
 */
@Component
class FileClaims implements Duty<BatchStore.Fileable> {

    private final BatchStore batches;
    private final Filing filing;
    private final Payers payers;
    private final Outbox outbox;

    FileClaims(BatchStore batches, Filing filing, Payers payers, Outbox outbox) {
        this.batches = batches;
        this.filing = filing;
        this.payers = payers;
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
    public int place() {
        return 40;
    }

    @Override
    public List<Step<BatchStore.Fileable>> plan(Work work) {
        var steps = new ArrayList<Step<BatchStore.Fileable>>();
        batches.fileable().forEach(fileable -> steps.add(act(fileable, work)));
        outbox.troubles().stream()
                .filter(trouble -> trouble.kind().equals(Filing.KIND))
                .forEach(trouble -> steps.add(trouble(trouble, work)));
        return steps;
    }

    @Override
    public boolean isOrdered(Work work, BatchStore.Fileable fileable) {
        return work.orderedBy() != null || standingOrder(fileable.payer(), work).isPresent();
    }

    @Override
    public void perform(Work work, BatchStore.Fileable fileable) {
        var order = standingOrder(fileable.payer(), work);
        String releasedBy = work.orderedBy() != null
                ? work.orderedBy().label()
                : order.map(FileClaims::told)
                        .orElseThrow(
                                () -> new StepRefused("Nobody has released claims to " + fileable.payerName() + "."));
        if (filing.file(fileable, releasedBy, new Actor.Duty(id())).isEmpty()) {
            throw new StepRefused("The claims to " + fileable.payerName()
                    + " changed meanwhile. The next time I look, they are looked at again.");
        }
    }

    private Optional<Payers.StandingOrder> standingOrder(UUID payer, Work work) {
        return payers.standingOrders(work.today()).stream()
                .filter(order -> order.payer().equals(payer))
                .findFirst();
    }

    private static String told(Payers.StandingOrder order) {
        return order.givenLabel() + " (standing order until " + Told.day(order.lastDay()) + ")";
    }

    private static Step<BatchStore.Fileable> act(BatchStore.Fileable fileable, Work work) {
        var visits = fileable.first().equals(fileable.last())
                ? Told.day(fileable.first())
                : Told.shortDay(fileable.first()) + " to " + Told.day(fileable.last());
        return new Step.Act<>(
                "payer:" + fileable.payerId() + ":" + fileable.situation(),
                fileable,
                Because.of(
                        "%s for %s to %s, visits of %s: nothing holds them."
                                .formatted(
                                        Told.count(fileable.claims(), "claim", "claims"),
                                        fileable.total(),
                                        fileable.payerName(),
                                        visits),
                        new Evidence(
                                "Every seat of these sessions is marked and accounted for.",
                                "/claims?payer=" + fileable.payer(),
                                work.now())));
    }

    private static Step<BatchStore.Fileable> trouble(Outbox.Trouble trouble, Work work) {
        return new Step.Ask<>(
                "waits:" + trouble.key(),
                "A claims file waits. " + trouble.sentence(),
                "/batches/" + trouble.key(),
                Because.of(
                        trouble.sentence(),
                        new Evidence(trouble.target() + " has not left.", "/batches/" + trouble.key(), work.now())));
    }
}
