package org.circlekeeper.messaging;

import java.util.List;
import java.util.Set;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.Role;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks the owner about what a member wrote that nobody else of the practice reads. */
@Component
class AskAboutReplies implements Duty<Void> {

    private static final int MOST = 50;

    private final ReplyStore replies;
    private final NobodysThreads nobodys;

    AskAboutReplies(ReplyStore replies, NobodysThreads nobodys) {
        this.replies = replies;
        this.nobodys = nobodys;
    }

    @Override
    public String id() {
        return "ask-about-replies";
    }

    @Override
    public String promise() {
        return "What a member wrote is read by somebody: the owner is asked about what nobody else reads.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.KEEP_SETTINGS)
                .ranked(1)
                .saying("Read it", "It is read, or somebody else has it to read.");
    }

    @Override
    public int place() {
        return 18;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        var owners = Sight.of(Set.of(Role.OWNER), Set.of(), nobodys.waiting()).alone();
        return replies.unread(owners, MOST).stream()
                .map(member -> ask(member, work))
                .toList();
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("What a member wrote is read by a person");
    }

    private static Step<Void> ask(PatientId member, Work work) {
        var href = "/messages/" + member;
        return new Step.Ask<>(
                "unread:" + member,
                "A member wrote, and nobody but you reads it. Answer them, or see that somebody does?",
                href,
                Because.of(
                        "They are nobody's to treat today, or nobody here does what it is about.",
                        new Evidence("Nobody has read it.", href, work.now())));
    }
}
