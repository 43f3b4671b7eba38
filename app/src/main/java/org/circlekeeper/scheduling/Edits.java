package org.circlekeeper.scheduling;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is changed as one act: sessions, and appointments of single people.
 *
 * @param known whether those whom it concerns know it already, and nobody tells them
 */
public record Edits(List<Edit> sessions, List<AppointmentEdit> appointments, boolean known) {

    public Edits {
        sessions = List.copyOf(sessions);
        appointments = List.copyOf(appointments);
    }

    public Edits(List<Edit> sessions, List<AppointmentEdit> appointments) {
        this(sessions, appointments, false);
    }

    static Edits ofSessions(Collection<Edit> sessions) {
        return new Edits(List.copyOf(sessions), List.of());
    }

    boolean isEmpty() {
        return sessions.isEmpty() && appointments.isEmpty();
    }

    /** All that holds a room or a leader among them. */
    List<UUID> holders() {
        return Stream.concat(
                        sessions.stream().map(edit -> edit.after().id().value()),
                        appointments.stream().map(edit -> edit.after().id().value()))
                .toList();
    }
}
