package org.circlekeeper.scheduling;

import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;

/**
 * Told by the calendar whom a change concerns. A feature above that reaches people declares a bean; without one nobody
 * is told by the program. It is called within the transaction of the change.
 */
public interface ChangeTold {

    /**
     * These members must be told.
     *
     * @param sentence what changes, for the ears of a member: no names of others and no reason
     */
    void tell(Set<SessionId> sessions, Set<PatientId> patients, String sentence, Actor actor);

    /** The change of these sessions was taken back: whoever was not told yet need not be. */
    default void takenBack(Set<SessionId> sessions, Set<PatientId> patients, String sentence, Actor actor) {
        tell(sessions, patients, sentence, actor);
    }

    /** These members of a group must be told of its regular time. */
    default void tell(GroupId group, Set<PatientId> patients, String sentence, Actor actor) {
        tell(Set.of(), patients, sentence, actor);
    }

    /**
     * A change of a group's regular time was taken back.
     *
     * @param said what they were to be told before
     */
    default void takenBack(GroupId group, Set<PatientId> patients, String said, String sentence, Actor actor) {
        tell(group, patients, sentence, actor);
    }
}
