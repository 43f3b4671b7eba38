package org.circlekeeper.attendance.web;

import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing down before a session that a member will miss it, by whoever takes the call. */
@Controller
@ConditionalOnWebApplication
public class ExcuseController {

    private final SheetDoor door;
    private final SheetPages pages;
    private final Encounters encounters;

    ExcuseController(SheetDoor door, SheetPages pages, Encounters encounters) {
        this.door = door;
        this.pages = pages;
        this.encounters = encounters;
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/sessions/{id}/excused")
    Object excuse(SignedIn who, @PathVariable SessionId id, @RequestParam PatientId patient) {
        return write(who, id, patient, Presence.EXCUSED, "It is on the sheet that they will miss this session.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/sessions/{id}/excused/undo")
    Object expect(SignedIn who, @PathVariable SessionId id, @RequestParam PatientId patient) {
        return write(who, id, patient, Presence.UNMARKED, "They are expected again.");
    }

    private Next write(SignedIn who, SessionId id, PatientId patient, Presence presence, String said) {
        var sheet = door.toRead(id, who);
        var seat = SheetController.seat(sheet, patient);
        var mark = Encounters.Mark.of(presence);
        if (!isToCome(sheet) || !encounters.mark(id, seat.patient(), mark, who.actor())) {
            return Next.to("/sessions/" + id)
                    .refusing("The session has begun, or does not take place. Its leader marks who was there.");
        }
        return Next.to("/sessions/" + id).saying(said);
    }

    private boolean isToCome(Sheet sheet) {
        return sheet.closed() == null
                && sheet.session().status() == Session.Status.PLANNED
                && !pages.hasBegun(sheet.session());
    }
}
