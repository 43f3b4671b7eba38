package org.circlekeeper.scheduling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is changed as one act: sessions, and appointments of single people.
 *
 * @param known whether those whom it concerns know it already, and nobody tells them
 * @param notes what is kept beside the reason of the act with one session or appointment, by its id
 */
public record Edits(List<Edit> sessions, List<AppointmentEdit> appointments, boolean known, Map<UUID, String> notes) {

    public Edits {
        sessions = List.copyOf(sessions);
        appointments = List.copyOf(appointments);
        notes = Map.copyOf(notes);
    }

    public Edits(List<Edit> sessions, List<AppointmentEdit> appointments, boolean known) {
        this(sessions, appointments, known, Map.of());
    }

    public Edits(List<Edit> sessions, List<AppointmentEdit> appointments) {
        this(sessions, appointments, false);
    }

    /** The same, with what is kept with single ones of them. */
    public Edits noting(Map<UUID, String> said) {
        return new Edits(sessions, appointments, known, said);
    }

    /** What is kept beside the act's reason with one; empty when nothing is. */
    String note(UUID holder) {
        return notes.getOrDefault(holder, "");
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
