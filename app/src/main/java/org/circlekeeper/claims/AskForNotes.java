package org.circlekeeper.claims;

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

/** Asks for the signatures that claims wait for, from the day after the session on. */
@Component
class AskForNotes implements Duty<Void> {

    private final UnsignedNotesStore store;

    AskForNotes(UnsignedNotesStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "ask-for-notes";
    }

    @Override
    public String promise() {
        return "A note that is not signed by the next day is asked for, with what waits for it.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.SEE_CLAIMS)
                .ranked(2)
                .saying("See the session", "Whoever led the session signs. The claims are filed that evening.");
    }

    @Override
    public int place() {
        return 35;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        return store.before(work.today()).stream()
                .map(waiting -> ask(waiting, work))
                .toList();
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("A note is signed by whoever led the session");
    }

    private static Step<Void> ask(UnsignedNotesStore.Waiting waiting, Work work) {
        var days = waiting.first().equals(waiting.last())
                ? Words.day(waiting.first())
                : Words.day(waiting.first()) + " to " + Words.day(waiting.last());
        var held = new Evidence(
                Words.count(waiting.notes(), "claim is", "claims are") + " held for it.",
                "/claims?tab=held",
                work.now());
        var sheet = new Evidence(
                "The session took place and its sheet is closed; the note is empty.",
                "/sessions/" + waiting.lastSession(),
                work.now());
        return new Step.Ask<>(
                "leader:" + waiting.leader() + ":" + waiting.situation(),
                "%s has %s. %s waits."
                        .formatted(
                                waiting.firstName(),
                                Words.count(waiting.notes(), "unsigned note", "unsigned notes"),
                                waiting.worth().toString().replaceAll("\\.00$", "")),
                "/sessions/" + waiting.lastSession(),
                Because.of(
                        "Visits of " + days + ": an unsigned note is never billed, to any payer. Source: "
                                + FindingCode.NOTE_UNSIGNED.source() + ".",
                        held,
                        sheet));
    }
}
