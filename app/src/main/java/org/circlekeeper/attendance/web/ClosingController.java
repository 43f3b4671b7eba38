package org.circlekeeper.attendance.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Closing a session's sheet, correcting a closed one with a reason, and saying that a session does not take place. */
@Controller
@ConditionalOnWebApplication
public class ClosingController {

    private final SheetDoor door;
    private final SheetPages pages;
    private final Encounters encounters;

    ClosingController(SheetDoor door, SheetPages pages, Encounters encounters) {
        this.door = door;
        this.pages = pages;
        this.encounters = encounters;
    }

    @Needs(Permission.TAKE_ATTENDANCE)
    @PostMapping("/sessions/{id}/close")
    Object close(
            SignedIn who,
            @PathVariable SessionId id,
            @RequestParam(defaultValue = "false") boolean unknown,
            @RequestParam Map<String, String> typed) {
        var sheet = door.toMark(id, who);
        var form = Filled.in("close", typed);
        if (sheet.isFullyMarked() && !unknown && !minutesGiven(sheet, form, who)) {
            return again(sheet, who, form);
        }
        return switch (encounters.close(id, who.actor())) {
            case Encounters.Closing.Closed _ ->
                Next.to("/sessions/" + id)
                        .saying("Closed. " + Words.count(sheet.came(), "member", "members") + " came."
                                + (pages.hasEnded(sheet.session())
                                        ? ""
                                        : " The session has not ended: its claims wait until it has."));
            case Encounters.Closing.StillUnmarked(long seats) ->
                again(
                        sheet,
                        who,
                        form.refuse(
                                "close",
                                Words.count(seats, "member is", "members are")
                                        + " still unmarked. Mark each, or press “Everyone else present”."));
            case Encounters.Closing.NotYet _ ->
                again(sheet, who, form.refuse("close", "The session has not begun. Close it once you know who came."));
            case Encounters.Closing.NotHeld _ ->
                again(sheet, who, form.refuse("close", "The session did not take place. There is nothing to close."));
        };
    }

    /**
     * Whoever came late or left early is asked about before the sheet is closed: afterwards it would be a correction.
     * Keeps the minutes that were written, and says whether all were.
     */
    private boolean minutesGiven(Sheet sheet, Filled form, SignedIn who) {
        var session = sheet.session();
        int length = Minutes.length(session);
        for (var seat : sheet.withoutMinutes()) {
            var field = SheetPage.minutesField(seat.patient());
            form.read(field, "Write after how many minutes, from 1 to " + length + ".", Filled.whole(1, length))
                    .map(after -> Minutes.mark(seat.presence(), after, session, pages.zone()))
                    .filter(mark -> !encounters.mark(session.id(), seat.patient(), mark, who.actor()))
                    .ifPresent(_ -> form.refuse("presence", SheetController.CLOSED_MEANWHILE));
        }
        return !form.isWrong();
    }

    @Needs(Permission.TAKE_ATTENDANCE)
    @PostMapping("/sessions/{id}/corrections")
    Object correct(
            SignedIn who,
            @PathVariable SessionId id,
            @RequestParam PatientId patient,
            @RequestParam Presence presence,
            @RequestParam Map<String, String> typed) {
        var sheet = door.toMark(id, who);
        SheetController.seat(sheet, patient);
        var form = Filled.in("correct-" + patient, typed);
        var after = SheetController.minutes(form, sheet, presence);
        var reason = form.text("reason", "Say why it is corrected: the reason is kept with both versions.");
        if (sheet.closed() == null) {
            form.refuse("reason", "The sheet is open: mark the row itself.");
        }
        if (form.isWrong()) {
            return again(sheet, who, form);
        }
        var mark = Minutes.mark(presence, after, sheet.session(), pages.zone());
        encounters.correct(id, patient, mark, reason.orElseThrow(), who.actor());
        return Next.to("/sessions/" + id).saying("Corrected. Both versions are kept, with your reason.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/sessions/{id}/cancel")
    Object cancel(SignedIn who, @PathVariable SessionId id, @RequestParam Map<String, String> typed) {
        var sheet = door.toRead(id, who);
        var form = Filled.in("cancel", typed);
        var reason = form.text("reason", "Say why it does not take place: the page and the audit trail show it.");
        if (form.isWrong()) {
            return again(sheet, who, form);
        }
        return switch (encounters.callOff(id, reason.orElseThrow(), who.actor())) {
            case Encounters.CallingOff.Done _ ->
                Next.to("/sessions/" + id).saying("Cancelled. Nobody is billed for this session.");
            case Encounters.CallingOff.SheetClosed _ ->
                again(
                        sheet,
                        who,
                        form.refuse(
                                "reason",
                                "The sheet is closed: it says who was there. Correct each row that is wrong, with a "
                                        + "reason."));
            case Encounters.CallingOff.NotPlanned _ ->
                again(
                        sheet,
                        who,
                        form.refuse("reason", "The session was cancelled or skipped before. There is nothing to do."));
        };
    }

    private ModelAndView again(Sheet sheet, SignedIn who, Filled form) {
        var now = encounters.sheet(sheet.session().id()).orElseThrow();
        var view = new ModelAndView("org/circlekeeper/attendance/web/sheet", "page", pages.page(now, who, form));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
