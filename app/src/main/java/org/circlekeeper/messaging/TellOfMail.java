package org.circlekeeper.messaging;

import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks whoever keeps the settings about e-mail that waits, once for each thing that stands in its way. */
@Component
class TellOfMail implements Duty<Void> {

    static final String ID = "tell-of-mail";

    private static final int MOST = 50;
    private static final String SETTINGS = "/settings";

    private final Outbox outbox;

    TellOfMail(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "An e-mail that waits is asked about, with the reason; whom none reached stands on the call list.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.KEEP_SETTINGS);
    }

    @Override
    public int place() {
        return 19;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        return Stream.of(Messages.KIND, NeutralMail.KIND)
                .flatMap(kind -> outbox.troubles(kind).stream())
                .map(Outbox.Trouble::sentence)
                .filter(sentence -> !sentence.equals(MailLetters.MAILBOX_FULL))
                .distinct()
                .limit(MOST)
                .map(sentence -> ask(sentence, work))
                .toList();
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("What stands in the way of e-mail is set right by a person");
    }

    private static Step<Void> ask(String sentence, Work work) {
        return new Step.Ask<>(
                "waits:" + Integer.toHexString(sentence.hashCode()),
                "There is trouble with e-mail. " + sentence,
                SETTINGS,
                Because.of(sentence, new Evidence(sentence, SETTINGS, work.now())));
    }
}
