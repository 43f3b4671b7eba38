package org.circlekeeper.attendance.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.Seat;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The attendance sheet of a session while it is open: who was there, in thumbs or in keys. */
@Controller
@ConditionalOnWebApplication
public class SheetController {

    static final String CLOSED_MEANWHILE = "The sheet was closed meanwhile. Correct the row, with a reason.";

    private static final String VIEW = "org/circlekeeper/attendance/web/sheet";

    private final SheetDoor door;
    private final SheetPages pages;
    private final Encounters encounters;

    SheetController(SheetDoor door, SheetPages pages, Encounters encounters) {
        this.door = door;
        this.pages = pages;
        this.encounters = encounters;
    }

    @Needs(Permission.SEE_ATTENDANCE)
    @GetMapping("/sessions/{id}")
    ModelAndView show(SignedIn who, @PathVariable SessionId id) {
        return new ModelAndView(VIEW, "page", pages.page(door.toRead(id, who), who, Filled.blank("")));
    }

    @Needs(Permission.TAKE_ATTENDANCE)
    @PostMapping("/sessions/{id}/marks")
    Object mark(
            HttpServletRequest request,
            SignedIn who,
            @PathVariable SessionId id,
            @RequestParam PatientId patient,
            @RequestParam Presence presence,
            @RequestParam Map<String, String> typed) {
        var sheet = door.toMark(id, who);
        var seat = seat(sheet, patient);
        var form = Filled.in("mark-" + patient, typed);
        var after = minutes(form, sheet, presence);
        refuseWhatCannotBe(form, sheet, presence);
        if (form.isWrong()) {
            return again(request, sheet, who, form);
        }
        var mark = Minutes.mark(presence, after, sheet.session(), pages.zone());
        return encounters.mark(id, seat.patient(), mark, who.actor())
                ? Next.to("/sessions/" + id + "#seat-" + patient)
                : closedMeanwhile(request, id, who, form);
    }

    /** Fills in those nobody has spoken for, and leaves all others as they are. */
    @Needs(Permission.TAKE_ATTENDANCE)
    @PostMapping("/sessions/{id}/present")
    Object everyoneElsePresent(HttpServletRequest request, SignedIn who, @PathVariable SessionId id) {
        var sheet = door.toMark(id, who);
        var form = Filled.blank("present");
        refuseWhatCannotBe(form, sheet, Presence.PRESENT);
        if (form.isWrong()) {
            return again(request, sheet, who, form);
        }
        var unmarked = sheet.seats().stream()
                .filter(seat -> seat.presence() == Presence.UNMARKED)
                .map(Seat::patient)
                .toList();
        return unmarked.isEmpty() || encounters.mark(id, unmarked, Encounters.Mark.of(Presence.PRESENT), who.actor())
                ? Next.to("/sessions/" + id + "#sheet-foot")
                : closedMeanwhile(request, id, who, form);
    }

    @Needs(Permission.TAKE_ATTENDANCE)
    @PostMapping("/sessions/{id}/undo")
    Object undo(
            HttpServletRequest request,
            SignedIn who,
            @PathVariable SessionId id,
            @RequestParam(required = false) @Nullable Instant last) {
        var sheet = door.toMark(id, who);
        if (encounters.undo(id, last, who.actor())) {
            return Next.to("/sessions/" + id + "#sheet");
        }
        var form = Filled.blank("undo");
        form.refuse(
                "presence",
                sheet.closed() == null
                        ? last == null ? "There is no mark to take back." : "That mark is taken back already."
                        : CLOSED_MEANWHILE);
        return again(request, sheet, who, form);
    }

    static Seat seat(Sheet sheet, PatientId patient) {
        return sheet.seats().stream()
                .filter(seat -> seat.patient().equals(patient))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static @Nullable Integer minutes(Filled form, Sheet sheet, Presence presence) {
        int length = Minutes.length(sheet.session());
        return Minutes.asked(presence)
                ? form.readIfAny(
                                "minutes",
                                "Write after how many minutes, from 1 to " + length + ", or leave it empty.",
                                Filled.whole(1, length))
                        .orElse(null)
                : null;
    }

    private void refuseWhatCannotBe(Filled form, Sheet sheet, Presence presence) {
        if (sheet.closed() != null) {
            form.refuse("presence", CLOSED_MEANWHILE);
        }
        if (presence.came() && !pages.hasBegun(sheet.session())) {
            form.refuse("presence", "The session has not begun: nobody can have come. Mark who excused themselves.");
        }
    }

    /** The sheet as it stands now: somebody else closed it while this person wrote. */
    private ModelAndView closedMeanwhile(HttpServletRequest request, SessionId id, SignedIn who, Filled form) {
        form.refuse("presence", CLOSED_MEANWHILE);
        return again(request, door.toMark(id, who), who, form);
    }

    /** htmx puts only answers of success into the page. */
    private ModelAndView again(HttpServletRequest request, Sheet sheet, SignedIn who, Filled form) {
        var view = new ModelAndView(VIEW, "page", pages.page(sheet, who, form));
        view.setStatus(request.getHeader("HX-Request") == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }
}
