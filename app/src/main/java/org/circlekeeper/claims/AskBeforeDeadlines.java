package org.circlekeeper.claims;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks about held claims before their payer no longer takes them, anew when 30, 14 and 7 days are left. */
@Component
class AskBeforeDeadlines implements Duty<Void> {

    private final DeadlineStore store;

    AskBeforeDeadlines(DeadlineStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "ask-before-deadlines";
    }

    @Override
    public String promise() {
        return "A held claim is asked about 30, 14 and 7 days before its payer no longer takes it.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_CLAIMS).ranked(0);
    }

    @Override
    public int place() {
        return 36;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        var soon = work.today().plusDays(FilingWarning.FIRST);
        return store.between(work.today(), soon).stream()
                .map(nearing -> ask(nearing, work))
                .toList();
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("What holds a claim is settled by a person");
    }

    private static Step<Void> ask(DeadlineStore.Nearing nearing, Work work) {
        long left = ChronoUnit.DAYS.between(work.today(), nearing.nearest());
        var href = "/claims?tab=held&payer=" + nearing.payer();
        var held = Words.count(nearing.claims(), "held claim", "held claims") + " to " + nearing.payerName();
        return new Step.Ask<>(
                "payer:" + nearing.payer() + ":" + nearing.nearest() + ":"
                        + FilingWarning.of(left).orElseThrow(),
                "%s can be filed until %s at the latest. %s waits."
                        .formatted(
                                held,
                                Words.day(nearing.nearest()),
                                nearing.worth().toString().replaceAll("\\.00$", "")),
                href,
                Because.of(
                        "After its last day a claim is paid no more, whatever held it is settled then.",
                        new Evidence(held + " with a last day within a month.", href, work.now())));
    }
}
