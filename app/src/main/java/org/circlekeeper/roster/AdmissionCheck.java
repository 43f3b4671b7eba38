package org.circlekeeper.roster;

import java.util.List;
import org.circlekeeper.terms.Finding;

/**
 * Asked of every feature above before somebody is seated or offered a seat: screening, insurance, papers. Each returns
 * all it has to say. A finding that always holds keeps the door shut; one that holds is passed by a person's reason.
 */
public interface AdmissionCheck {

    List<Finding> assess(Admission asked);

    /**
     * Whether none of its findings ever holds. Then it is asked when a person looks, and not while somebody is seated:
     * nobody waits for what keeps nobody out.
     */
    default boolean onlyWarns() {
        return false;
    }

    /**
     * Called once before somebody is really seated, and not when it is only asked: whoever decides by what others may
     * change at this moment keeps them out of it here, until the transaction ends. The group's seats are locked by
     * then.
     */
    default void seating(Admission asked) {}
}
