package org.circlekeeper.assistant;

import java.util.List;

/** A recurring job of the assistant, looked up from the state of things and never from an event. */
public interface Duty<A> {

    /** The same for ever, as in {@code file-claims}: the journal and the settings know the duty by it. */
    String id();

    /** What the practice may rely on, in one sentence. */
    String promise();

    /** Where it stands among the duties of a round: lower comes first. */
    int place();

    /** Who sees what it asks and did, who may agree to what it proposes, and in which words. */
    Manner manner();

    /** Everything the duty would do now. Reads sets, changes nothing. */
    List<Step<A>> plan(Work work);

    /**
     * Whether somebody has ordered this action. One that nobody has is proposed, however far the duty is trusted: a
     * person's approval, or a round on a person's word, is the order.
     */
    default boolean isOrdered(Work work, A action) {
        return true;
    }

    /**
     * Whether it keeps a promise already made. It then acts by itself whatever the practice lets the assistant do, even
     * where that is nothing and in a round that only proposes; nobody is asked how far it may go.
     */
    default boolean keepsPromise() {
        return false;
    }

    /** Does one planned action, in one transaction with its journal row. */
    void perform(Work work, A action);
}
