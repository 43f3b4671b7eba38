package org.circlekeeper.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.attendance.Announcements;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Next;
import org.circlekeeper.portal.MemberSchedule;
import org.circlekeeper.portal.Shell;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.scheduling.CalendarEntry;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A member's own session: saying that one cannot come, taking it back, and its entry for a calendar. */
@Controller
@ConditionalOnWebApplication
public class SessionController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final MemberSchedule schedule;
    private final Announcements announcements;
    private final Shells shells;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    SessionController(
            MemberSchedule schedule,
            Announcements announcements,
            Shells shells,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.schedule = schedule;
        this.announcements = announcements;
        this.shells = shells;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything the page shows. */
    public record Page(Shell shell, String href, String day, String time, String now) {
        public String say(String name, Object... given) {
            return shell.say(name, given);
        }
    }

    @ForMembers(MemberPart.SCHEDULE)
    @GetMapping("/portal/sessions/{id}/absence")
    ModelAndView ask(SignedInMember who, Tongue tongue, @PathVariable SessionId id) {
        var session = theirs(id, who);
        var zone = practices.current().zone();
        shown(who, "a member's session");
        return new ModelAndView(
                "org/circlekeeper/portal/web/absence",
                "page",
                new Page(
                        shells.of(who, tongue),
                        "/portal/sessions/" + id + "/absence",
                        tongue.day(session.serviceDate()),
                        tongue.time(session.startsAt(), zone),
                        tongue.moment(clock.instant(), zone)));
    }

    @ForMembers(MemberPart.SCHEDULE)
    @PostMapping("/portal/sessions/{id}/absence")
    Next say(SignedInMember who, Tongue tongue, @PathVariable SessionId id) {
        return answer(announcements.say(id, who.member(), who.actor()), tongue, "absence.done");
    }

    @ForMembers(MemberPart.SCHEDULE)
    @PostMapping("/portal/sessions/{id}/absence/undo")
    Next takeBack(SignedInMember who, Tongue tongue, @PathVariable SessionId id) {
        return answer(announcements.takeBack(id, who.member(), who.actor()), tongue, "absence.back");
    }

    @ForMembers(MemberPart.SCHEDULE)
    @GetMapping("/portal/sessions/{id}/calendar.ics")
    ResponseEntity<byte[]> calendar(SignedInMember who, @PathVariable SessionId id) {
        var session = theirs(id, who);
        var practice = practices.current();
        shown(who, "a member's session for a calendar");
        var file = CalendarEntry.of(session, practice.outsideName(), practice.zone(), clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calendar.ics\"")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private Next answer(Announcements.Outcome outcome, Tongue tongue, String done) {
        var home = Next.to("/portal");
        var phone = practices.current().phone().toString();
        return switch (outcome) {
            case DONE -> home.saying(tongue.say(done));
            case ALREADY -> home.saying(tongue.say("absence.already"));
            case TOO_LATE -> home.refusing(tongue.say("absence.tooLate", phone));
            case NOT_EXPECTED -> home.refusing(tongue.say("absence.notExpected", phone));
        };
    }

    private Session theirs(SessionId id, SignedInMember who) {
        return schedule.find(id, who.member()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void shown(SignedInMember who, String what) {
        audit.shown(who.actor(), what, List.of(who.member().value()), "members' pages");
    }
}
