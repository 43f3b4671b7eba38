package org.circlekeeper.patients;

import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks the office about what members say of how to reach them, where a paper alone cannot settle it. */
@Component
class AskWhereToWrite implements Duty<Void> {

    private final Reaches reaches;

    AskWhereToWrite(Reaches reaches) {
        this.reaches = reaches;
    }

    @Override
    public String id() {
        return "ask-where-to-write";
    }

    @Override
    public String promise() {
        return "Where a member asks, in a paper, to be reached is read by a person; until then nothing goes elsewhere.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.KEEP_PATIENTS)
                .ranked(1)
                .saying("Read it", "It is written down where to write to them.");
    }

    @Override
    public int place() {
        return 19;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        return Stream.concat(
                        reaches.unread().stream().map(member -> inWords(member, work)),
                        reaches.agreedElsewhere().stream().map(member -> elsewhere(member, work)))
                .toList();
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("Where to write to a member is said by a person");
    }

    private static Step<Void> inWords(PatientId member, Work work) {
        return ask(
                "asks-in-words:" + member,
                "A member asks to be reached in a way or at a place that they name. Read it, and say where to write?",
                "Nothing goes outside to them until then (45 CFR 164.522(b)).",
                member,
                work);
    }

    private static Step<Void> elsewhere(PatientId member, Work work) {
        return ask(
                "agreed-elsewhere:" + member,
                "A member allows e-mail to another address than the one you have. Which one is right?",
                "They wrote it into the paper that they signed. No e-mail goes to either until both are the same.",
                member,
                work);
    }

    private static Step<Void> ask(String key, String question, String because, PatientId member, Work work) {
        var href = "/patients/" + member + "/writing";
        return new Step.Ask<>(
                key, question, href, Because.of(because, new Evidence("What they said.", href, work.now())));
    }
}
