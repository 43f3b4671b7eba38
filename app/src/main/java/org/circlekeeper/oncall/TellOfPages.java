package org.circlekeeper.oncall;

import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.PersonId;
import org.springframework.stereotype.Component;

/** Asks whoever keeps the list of who is on call about an address at which nobody can be paged. */
@Component
class TellOfPages implements Duty<Void> {

    private static final String LIST = "/on-call";

    private final Pager pager;

    TellOfPages(Pager pager) {
        this.pager = pager;
    }

    @Override
    public String id() {
        return "tell-of-pages";
    }

    @Override
    public String promise() {
        return "An address on the on-call list that took no page is asked about until it is another, or takes one.";
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.KEEP_SETTINGS).ranked(1);
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public List<Step<Void>> plan(Work work) {
        return pager.unreached().stream().map(person -> ask(person, work)).toList();
    }

    @Override
    public void perform(Work work, Void nothing) {
        throw new IllegalStateException("Where somebody is paged is said by a person");
    }

    private static Step<Void> ask(PersonId person, Work work) {
        return new Step.Ask<>(
                "page:" + person,
                "Somebody on the on-call list cannot be paged: their address takes no mail. Is it right?",
                LIST,
                Because.of(
                        "A page that does not arrive goes to the next, and an alarm waits the longer.",
                        new Evidence(
                                "The last page to person " + person + " was refused: nobody is at the address.",
                                LIST,
                                work.now())));
    }
}
