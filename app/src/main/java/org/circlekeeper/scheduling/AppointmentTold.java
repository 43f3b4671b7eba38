package org.circlekeeper.scheduling;

import org.circlekeeper.audit.Actor;

/**
 * Told by the calendar that the appointment of a single person changes. Each feature that can reach the person declares
 * a bean: that of patients here, that of people who wait above. It is called within the transaction of the change.
 */
public interface AppointmentTold {

    /** Whether this one reaches whoever comes to the appointment. */
    boolean reaches(Appointment appointment);

    /**
     * Whoever comes must be told.
     *
     * @param sentence what changes, for their ears: no names of others and no reason
     */
    void tell(Appointment appointment, String sentence, Actor actor);

    /** The change was taken back: whoever was not told yet need not be. */
    void takenBack(Appointment appointment, String sentence, Actor actor);
}
