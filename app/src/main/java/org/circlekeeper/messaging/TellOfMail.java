package org.circlekeeper.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks about e-mail that waits, and about members whom no e-mail reached. */
@Component
class TellOfMail implements Duty<Void> {

    static final String ID = "tell-of-mail";

    /** As long as somebody would still call about it. */
    private static final Duration TOLD = Duration.ofDays(7);

    private static final int MOST = 50;

    private final Outbox outbox;
    private final MessageStore messages;

    TellOfMail(Outbox outbox, MessageStore messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "An e-mail that waits or did not arrive is asked about, with the reason.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.WRITE_MESSAGES);
    }

    @Override
    public int place() {
        return 19;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        var steps = new ArrayList<Step<Void>>();
        outbox.troubles().stream()
                .filter(trouble -> trouble.kind().equals(Messages.KIND))
                .map(Outbox.Trouble::sentence)
                .distinct()
                .limit(MOST)
                .forEach(sentence -> steps.add(ask(
                        "waits:" + Integer.toHexString(sentence.hashCode()),
                        "E-mail waits. " + sentence,
                        "/messages",
                        sentence,
                        work)));
        messages.unheard(work.now().minus(TOLD), MOST)
                .forEach(message -> steps.add(ask(
                        "unheard:" + message.id(),
                        "An e-mail did not reach a member. Who calls them?",
                        "/messages/" + message.patient(),
                        message.reason(),
                        work)));
        return steps;
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("A member whom no e-mail reached is called by a person");
    }

    private static Step<Void> ask(String key, String question, String href, String why, Work work) {
        return new Step.Ask<>(key, question, href, Because.of(why, new Evidence(why, href, work.now())));
    }
}
