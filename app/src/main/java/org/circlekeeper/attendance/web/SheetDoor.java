package org.circlekeeper.attendance.web;

import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Opens a sheet to whoever may write on it: the session's leader, or the owner. */
@Component
class SheetDoor {

    private final Encounters encounters;
    private final AuditTrail audit;
    private final PracticeScope scope;

    SheetDoor(Encounters encounters, AuditTrail audit, PracticeScope scope) {
        this.encounters = encounters;
        this.audit = audit;
        this.scope = scope;
    }

    static boolean mayMark(SignedIn who, Session session) {
        return who.may(Permission.TAKE_ATTENDANCE)
                && (who.roles().contains(Role.OWNER) || session.leader().value().equals(who.practitioner()));
    }

    Sheet toRead(SessionId id) {
        return encounters.sheet(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The sheet, for a person who may write on it. That another one tried stays in the audit trail. */
    Sheet toMark(SessionId id, SignedIn who) {
        var sheet = toRead(id);
        if (!mayMark(who, sheet.session())) {
            scope.apart(who.practice(), () -> {
                audit.refused(who.actor(), "tried to take attendance", "session " + id, "does not lead the session");
                return Boolean.TRUE;
            });
            throw new NotYours(Permission.TAKE_ATTENDANCE);
        }
        return sheet;
    }
}
