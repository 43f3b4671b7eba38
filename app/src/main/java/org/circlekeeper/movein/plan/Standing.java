package org.circlekeeper.movein.plan;

import org.circlekeeper.attendance.Presence;
import org.circlekeeper.movein.read.Row;

/** What is on a sheet here already stands, whatever a new row of the files says. */
final class Standing {

    private Standing() {}

    /** Why a row that was never imported cannot come onto the sheet; empty when it can. It follows the row's name. */
    static String trouble(Row row, Meeting meeting, Seat seat, Known known) {
        var here = meeting.here();
        var sheet = here == null ? null : known.sheets().get(here.id());
        if (sheet == null) {
            return "";
        }
        var patient = known.patients().get(seat.client());
        var marked = patient == null ? null : sheet.seats().get(patient);
        var day = meeting.slot().date();
        if (marked == null) {
            return sheet.closed() && !(patient == null && sheet.closedByFiles() && isRecorded(seat))
                    ? " is not on the sheet of " + day + ", which is closed here. Correct the sheet there, or the file"
                    : "";
        }
        boolean settled = sheet.closed() || marked != Presence.UNMARKED;
        return row instanceof Row.Attendance recorded
                        && settled
                        && recorded.presence() != Presence.UNMARKED
                        && recorded.presence() != marked
                ? " is " + marked.onScreen() + " on the sheet of " + day + " here, and the file says "
                        + recorded.presence().onScreen() + ". Correct the sheet, or the file"
                : "";
    }

    /** Files closed the sheet without somebody who was not here then: their own row was refused, say. */
    private static boolean isRecorded(Seat seat) {
        var recorded = seat.recorded();
        return recorded != null && recorded.presence() != Presence.UNMARKED;
    }
}
