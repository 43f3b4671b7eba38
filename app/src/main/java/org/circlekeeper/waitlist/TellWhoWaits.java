package org.circlekeeper.waitlist;

import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.calls.CallsAboutPage;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentTold;
import org.springframework.stereotype.Component;

/** Puts somebody who waits, and whose appointment changes, on the list of people to call. */
@Component
class TellWhoWaits implements AppointmentTold {

    private final CallsAboutPage calls;
    private final EntryStore entries;

    TellWhoWaits(CallsAboutPage calls, EntryStore entries) {
        this.calls = calls;
        this.entries = entries;
    }

    @Override
    public boolean reaches(Appointment appointment) {
        return appointment.patient() == null && appointment.entry() != null;
    }

    @Override
    public void tell(Appointment appointment, String sentence, Actor actor) {
        entry(appointment).ifPresent(one -> calls.ask(one.whom(), sentence, appointment.href(), actor));
    }

    @Override
    public void takenBack(Appointment appointment, String sentence, Actor actor) {
        entry(appointment).ifPresent(one -> calls.takenBack(one.whom(), sentence, appointment.href(), actor));
    }

    private Optional<Entry> entry(Appointment appointment) {
        return reaches(appointment)
                ? Optional.ofNullable(appointment.entry()).map(EntryId::new).flatMap(entries::find)
                : Optional.empty();
    }
}
