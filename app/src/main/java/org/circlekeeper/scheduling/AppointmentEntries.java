package org.circlekeeper.scheduling;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Whoever comes to an appointment and is known by an entry of the waitlist, which stands above: the calendar asks here
 * who they are, and says here how their appointment stands. It is called within the transaction of the change.
 */
public interface AppointmentEntries {

    /**
     * Who comes, as somebody may read it.
     *
     * @param href the page of their entry; null for whoever may not open it
     */
    record Guest(String name, @Nullable String href) {}

    /** Who an entry is; empty when there is none, and for whoever reads nothing of those who wait. */
    Optional<Guest> find(SignedIn who, UUID entry);

    /** Who an entry is among the patients; empty for somebody who only asked so far. */
    Optional<PatientId> patient(UUID entry);

    /**
     * Keeps whoever else would move these entries waiting until the transaction ends. It comes before the lock of
     * bookings, as everywhere: whoever seats somebody has their entry first and the calendar after it.
     */
    void hold(Collection<UUID> entries);

    /** An appointment of theirs was booked, or stands otherwise now. */
    void stands(Appointment appointment, Actor actor);
}
