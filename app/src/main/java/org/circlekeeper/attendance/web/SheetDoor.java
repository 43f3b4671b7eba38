package org.circlekeeper.attendance.web;

import org.circlekeeper.access.NotYours;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.roster.Caseload;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Opens a sheet to whoever may read it, or may write on it: the session's leader, or the owner. */
@Component
class SheetDoor {

    private final Encounters encounters;
    private final Caseloads caseloads;
    private final AuditTrail audit;
    private final PracticeScope scope;

    SheetDoor(Encounters encounters, Caseloads caseloads, AuditTrail audit, PracticeScope scope) {
        this.encounters = encounters;
        this.caseloads = caseloads;
        this.audit = audit;
        this.scope = scope;
    }

    static boolean mayMark(SignedIn who, Session session) {
        return who.may(Permission.TAKE_ATTENDANCE)
                && (who.roles().contains(Role.OWNER) || session.leader().value().equals(who.practitioner()));
    }

    /** The sheet, for a person who may read it. Whoever reads their own alone is not told whether there are others. */
    Sheet toRead(SessionId id, SignedIn who) {
        return switch (caseloads.of(who)) {
            case Caseload.Whole _ ->
                encounters.sheet(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            case Caseload.Own own ->
                encounters
                        .sheet(id)
                        .filter(sheet -> own.sees(
                                sheet.session().group(), sheet.session().serviceDate()))
                        .orElseThrow(() -> NotYours.ofAnotherLeader(Permission.SEE_ATTENDANCE));
        };
    }

    boolean seesGroup(SignedIn who, GroupId group) {
        return caseloads.of(who).sees(group);
    }

    /** The sheet, for a person who may write on it. That another one tried stays in the audit trail. */
    Sheet toMark(SessionId id, SignedIn who) {
        var sheet = toRead(id, who);
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
