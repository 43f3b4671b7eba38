package org.circlekeeper.scheduling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Writes what becomes of appointments, and says so to whoever reaches those who come. */
@Component
class AppointmentLedger {

    private final AppointmentStore store;
    private final ChangeWords words;
    private final List<AppointmentTold> told;
    private final List<AppointmentEntries> entries;
    private final AuditTrail audit;

    AppointmentLedger(
            AppointmentStore store,
            ChangeWords words,
            List<AppointmentTold> told,
            List<AppointmentEntries> entries,
            AuditTrail audit) {
        this.store = store;
        this.words = words;
        this.told = told;
        this.entries = entries;
        this.audit = audit;
    }

    /** The rooms and leaders that appointments hold once they stand as the edits say. */
    static List<Booking> held(Collection<AppointmentEdit> edits) {
        return edits.stream()
                .flatMap(edit -> Appointments.held(edit.after()).stream())
                .toList();
    }

    /** Keeps the entries of whoever comes where they stand; before the lock of bookings. */
    void hold(Collection<Appointment> appointments) {
        var waiting = appointments.stream()
                .map(Appointment::entry)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!waiting.isEmpty()) {
            entries.forEach(one -> one.hold(waiting));
        }
    }

    /** Writes how they stand, as part of an act; gives back what they are to hold from then on. */
    List<Booking> note(Collection<AppointmentEdit> edits, SessionMoveStore.Act act, Actor actor) {
        var names = words.names();
        for (var edit : edits) {
            var sentence = names.sentence(edit);
            if (!store.write(NewId.at(act.at()), edit, sentence, act)) {
                throw new StepRefused(
                        "Somebody else changed " + names.appointment(edit.before()) + " just now. Look at it again.");
            }
            entries.forEach(one -> one.stands(edit.after(), actor));
            var patient = edit.after().patient();
            List<UUID> about = patient == null ? List.of() : List.of(patient.value());
            audit.did(
                    actor,
                    "changed an appointment",
                    "appointment " + edit.after().id(),
                    about,
                    sentence);
        }
        return held(edits);
    }

    /** Whom a change of these is told to, each once; those whom nobody here reaches are not among them. */
    List<UUID> reached(Collection<AppointmentEdit> edits) {
        var reached = new ArrayList<UUID>();
        edits.stream()
                .map(AppointmentEdit::before)
                .filter(appointment -> teller(appointment).isPresent())
                .forEach(appointment -> {
                    var patient = appointment.patient();
                    var entry = appointment.entry();
                    if (patient != null) {
                        reached.add(patient.value());
                    } else if (entry != null) {
                        reached.add(entry);
                    }
                });
        return reached.stream().distinct().toList();
    }

    void tell(Collection<AppointmentEdit> edits, boolean takenBack, Actor actor) {
        var names = words.names();
        for (var edit : edits) {
            teller(edit.before()).ifPresent(one -> {
                if (takenBack) {
                    one.takenBack(edit.after(), names.sentence(edit), actor);
                } else {
                    one.tell(edit.after(), names.sentence(edit), actor);
                }
            });
        }
    }

    /** Who reaches whoever comes; nobody when they are known by a word alone. */
    Optional<AppointmentTold> teller(Appointment appointment) {
        return told.stream().filter(one -> one.reaches(appointment)).findFirst();
    }
}
