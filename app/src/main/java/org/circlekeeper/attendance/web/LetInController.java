package org.circlekeeper.attendance.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.LetIns;
import org.circlekeeper.attendance.Sheet;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody came whose papers are missing: the leader records it and says why. */
@Controller
@ConditionalOnWebApplication
public class LetInController {

    private static final int LONGEST = 500;

    private final SheetDoor door;
    private final SheetPages pages;
    private final LetIns letIns;

    LetInController(SheetDoor door, SheetPages pages, LetIns letIns) {
        this.door = door;
        this.pages = pages;
        this.letIns = letIns;
    }

    @Needs(Permission.TAKE_ATTENDANCE)
    @PostMapping("/sessions/{id}/let-in")
    Object letIn(
            SignedIn who,
            @PathVariable SessionId id,
            @RequestParam PatientId patient,
            @RequestParam Map<String, String> typed) {
        var sheet = door.toMark(id, who);
        var form = Filled.in("let-in-" + patient, typed);
        var reason = form.text("reason", "Say why they take part before their papers are whole.");
        reason.filter(words -> words.length() > LONGEST)
                .ifPresent(_ -> form.refuse("reason", "Say it in at most " + LONGEST + " letters."));
        if (!pages.hasBegun(sheet.session())) {
            form.refuse("reason", "The session has not begun: nobody can have come.");
        }
        if (form.isWrong()) {
            return again(sheet, who, form);
        }
        if (!letIns.letIn(id, patient, reason.orElseThrow(), who.actor())) {
            form.refuse("reason", "The sheet has changed meanwhile. Look at it again: they may stand on it by now.");
            return again(door.toMark(id, who), who, form);
        }
        return Next.to("/sessions/" + id + "#seat-" + patient)
                .saying("Recorded as present. Their claim waits for the papers.");
    }

    private ModelAndView again(Sheet sheet, SignedIn who, Filled form) {
        var view = new ModelAndView("org/circlekeeper/attendance/web/sheet", "page", pages.page(sheet, who, form));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
