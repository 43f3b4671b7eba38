package org.circlekeeper.waitlist;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentEntries;
import org.springframework.stereotype.Component;

/**
 * Keeps the screening of whoever waits as their appointment stands in the calendar: set, moved, or off. Once a
 * therapist has said that somebody fits, an appointment more moves them nowhere.
 */
@Component
class ScreenedByAppointment implements AppointmentEntries {

    private final Waitlist waitlist;
    private final EntryStore entries;
    private final ScreenedStore screened;
    private final Sight sight;
    private final Clock clock;

    ScreenedByAppointment(Waitlist waitlist, EntryStore entries, ScreenedStore screened, Sight sight, Clock clock) {
        this.waitlist = waitlist;
        this.entries = entries;
        this.screened = screened;
        this.sight = sight;
        this.clock = clock;
    }

    @Override
    public Optional<Guest> find(SignedIn who, UUID entry) {
        return who.may(Permission.SEE_WAITLIST)
                ? entries.find(new EntryId(entry))
                        .map(one ->
                                new Guest(one.who().name(), sight.entries(who).test(one) ? one.href() : null))
                : Optional.empty();
    }

    @Override
    public Optional<PatientId> patient(UUID entry) {
        return entries.find(new EntryId(entry)).flatMap(one -> Optional.ofNullable(one.patient()));
    }

    @Override
    public void hold(Collection<UUID> waiting) {
        entries.lock(waiting.stream().map(EntryId::new).toList());
    }

    @Override
    public void stands(Appointment appointment, Actor actor) {
        var id = appointment.entry();
        if (id != null && appointment.kind().screens()) {
            entries.find(new EntryId(id))
                    .filter(entry -> entry.status().isUndecided())
                    .ifPresent(entry -> stands(entry, appointment, actor));
        }
    }

    private void stands(Entry entry, Appointment appointment, Actor actor) {
        switch (appointment.status()) {
            case PLANNED -> waitlist.screenAt(entry.id(), appointment.startsAt(), actor);
            case KEPT -> kept(entry, appointment, actor);
            case MISSED -> off(entry, appointment, "did not come to the screening", actor);
            case CANCELLED -> off(entry, appointment, "the screening does not take place", actor);
        }
    }

    /** That somebody came after all; what a therapist said meanwhile, and a screening that is to come, stay. */
    private void kept(Entry entry, Appointment appointment, Actor actor) {
        if (entry.status() != WaitStatus.DEFERRED
                && screened.planned(entry.id()).isEmpty()) {
            waitlist.screenAt(entry.id(), appointment.startsAt(), actor);
        }
    }

    /** A time that somebody has set beside the calendar stays. */
    private void off(Entry entry, Appointment appointment, String why, Actor actor) {
        if (!appointment.startsAt().equals(entry.screenAt())) {
            return;
        }
        var next = screened.planned(entry.id());
        if (next.isPresent()) {
            waitlist.screenAt(entry.id(), next.get(), actor);
            return;
        }
        entries.screenAt(entry.id(), null);
        if (entry.status() == WaitStatus.SCREEN_SCHEDULED) {
            var now = clock.instant();
            entries.move(entry.id(), WaitStatus.SCREEN_SCHEDULED, WaitStatus.CONTACTED, why, actor.label(), now);
        }
    }
}
