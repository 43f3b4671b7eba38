package org.circlekeeper.movein;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.movein.plan.Meeting;
import org.circlekeeper.movein.plan.Seat;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the sheet of a session from former records. What a person marked here stands, whatever the files say. */
@Component
class Sheets {

    private final Encounters encounters;
    private final Charts charts;
    private final Restrictions restrictions;
    private final Bringing bringing;
    private final ImportStore store;

    Sheets(Encounters encounters, Charts charts, Restrictions restrictions, Bringing bringing, ImportStore store) {
        this.encounters = encounters;
        this.charts = charts;
        this.restrictions = restrictions;
        this.bringing = bringing;
        this.store = store;
    }

    /** What is compared with the files is not changed meanwhile. Comes first, before anything else is locked. */
    void hold() {
        encounters.holdAll();
    }

    void bring(Meeting meeting, Session session, boolean isNew, Seating.Work work) {
        var fresh = meeting.seats().stream().filter(work::isFresh).toList();
        if (fresh.isEmpty()) {
            return;
        }
        var standing = isNew ? new HashMap<PatientId, Presence>() : standing(session, work);
        if (standing != null) {
            var brought = new LinkedHashMap<PatientId, Encounters.Former>();
            fresh.forEach(seat -> put(seat, meeting, standing, brought, work));
            encounters.bring(session.id(), brought.values());
        } else {
            work.notices()
                    .add(new Notice(
                            "attendance.csv",
                            0,
                            "",
                            "The sheet of " + session.serviceDate()
                                    + " is closed here and stands; correct it by hand if the files are right."));
        }
        notes(fresh, session.id(), work);
        restrict(fresh, session, work);
        consents(fresh, session.serviceDate(), work);
    }

    /** Seats that the sheet has already; null when a person closed it. Only where none were is an import undone. */
    private @Nullable Map<PatientId, Presence> standing(Session session, Seating.Work work) {
        var sheet = encounters.sheet(session.id()).orElseThrow();
        if (sheet.closed() != null && !work.closedByFiles().contains(session.id())) {
            store.noLongerUndoable(work.id());
            return null;
        }
        var standing = new HashMap<PatientId, Presence>();
        sheet.seats().stream()
                .filter(seat -> seat.encounter() != null)
                .forEach(seat -> standing.put(seat.patient(), seat.presence()));
        if (standing.isEmpty()) {
            store.added(work.id(), Added.SEATS, List.of(session.id().value()));
        } else {
            store.noLongerUndoable(work.id());
        }
        return standing;
    }

    private static void put(
            Seat seat,
            Meeting meeting,
            Map<PatientId, Presence> standing,
            Map<PatientId, Encounters.Former> brought,
            Seating.Work work) {
        var patient = work.patients().get(seat.client());
        var recorded = seat.recorded();
        if (patient == null) {
            return;
        }
        var here = standing.getOrDefault(patient, Presence.UNMARKED);
        if (here == Presence.UNMARKED) {
            var former = former(patient, recorded).at(place(seat, meeting));
            brought.put(patient, former);
            standing.put(patient, former.mark().presence());
        } else if (recorded != null && here != recorded.presence()) {
            work.notices()
                    .add(new Notice(
                            recorded.place().file(),
                            recorded.place().number(),
                            recorded.id(),
                            recorded.id() + " is marked " + here.onScreen() + " here, and the file says "
                                    + recorded.presence().onScreen()
                                    + ". What is here stands; correct the sheet if it is wrong."));
        }
    }

    /** Null when the member was where the session was, seen by the others. */
    private static Encounters.@Nullable Place place(Seat seat, Meeting meeting) {
        var booked = seat.booked();
        if (booked == null || !booked.heardOnly() && booked.placeOfService().equals(meeting.placeOfService())) {
            return null;
        }
        return new Encounters.Place(booked.placeOfService(), booked.heardOnly());
    }

    static Encounters.Former former(PatientId patient, Row.@Nullable Attendance row) {
        return row == null || row.presence() == Presence.UNMARKED
                ? new Encounters.Former(patient, Encounters.Mark.of(Presence.UNMARKED), null, null)
                : new Encounters.Former(
                        patient,
                        new Encounters.Mark(row.presence(), row.arrived(), row.left(), row.minutes()),
                        row.recordedBy(),
                        row.recordedAt());
    }

    private void notes(List<Seat> seats, SessionId session, Seating.Work work) {
        var signed = new ArrayList<Charts.SignedNote>();
        for (var seat : seats) {
            var patient = work.patients().get(seat.client());
            var row = seat.recorded();
            if (patient != null && row != null && !row.noteSignedBy().isEmpty()) {
                signed.add(note(session, patient, row));
            }
        }
        charts.attest(signed);
    }

    /** A fact that the former records attest, never a signature of ours. */
    static Charts.SignedNote note(SessionId session, PatientId patient, Row.Attendance row) {
        return new Charts.SignedNote(
                session, patient, row.noteSignedBy(), null, row.noteSignedAt(), Bringing.FORMER, true);
    }

    private void restrict(List<Seat> seats, Session session, Seating.Work work) {
        for (var seat : seats) {
            var patient = work.patients().get(seat.client());
            if (patient != null && (seat.restricted() || work.restricted().contains(seat.client()))) {
                restrictions.restrict(session.id(), patient, session.serviceDate(), work.actor());
            }
        }
    }

    /** A consent beside a member's own row that says there is none is in doubt, and not recorded. */
    private void consents(List<Seat> seats, LocalDate day, Seating.Work work) {
        var given = new HashMap<PatientId, Row.Part2>();
        for (var seat : seats) {
            var patient = work.unconsented().contains(seat.client())
                    ? null
                    : work.patients().get(seat.client());
            var booked = seat.booked();
            var recorded = seat.recorded();
            if (patient != null && booked != null && booked.part2().given()) {
                given.put(patient, booked.part2());
            }
            if (patient != null && recorded != null && recorded.part2().given()) {
                given.put(patient, recorded.part2());
            }
        }
        given.forEach((patient, part2) -> bringing.consent(patient, part2, day, work.id(), work.actor()));
    }
}
