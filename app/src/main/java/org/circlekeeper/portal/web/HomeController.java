package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Next;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.MemberSchedule;
import org.circlekeeper.portal.PortalTask;
import org.circlekeeper.portal.Shell;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.scheduling.Room;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A member's first page: when they meet next, what waits for them, what was written. */
@Controller
@ConditionalOnWebApplication
public class HomeController {

    private final MemberSchedule schedule;
    private final ObjectProvider<PortalTask> tasks;
    private final Shells shells;
    private final Patients patients;
    private final Practices practices;
    private final Rooms rooms;
    private final AuditTrail audit;
    private final Clock clock;

    HomeController(
            MemberSchedule schedule,
            ObjectProvider<PortalTask> tasks,
            Shells shells,
            Patients patients,
            Practices practices,
            Rooms rooms,
            AuditTrail audit,
            Clock clock) {
        this.schedule = schedule;
        this.tasks = tasks;
        this.shells = shells;
        this.patients = patients;
        this.practices = practices;
        this.rooms = rooms;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything the page shows; {@code next} is null when none is planned. */
    public record Page(
            Shell shell,
            String name,
            boolean seesSchedule,
            @Nullable Card next,
            List<String> off,
            List<PortalTask.ToDo> tasks) {
        public String say(String name, Object... given) {
            return shell.say(name, given);
        }
    }

    /**
     * The next session.
     *
     * @param expected whether they are; while papers are open they neither join nor call off
     * @param papers where those papers are; empty when they are not for whoever looks
     * @param link where one joins; empty when it is not held online, or they are not expected
     * @param said when somebody said that they cannot come; empty when nobody did
     * @param toCome whether it has not begun
     */
    public record Card(
            String href,
            boolean expected,
            String papers,
            String day,
            String from,
            String to,
            String place,
            String link,
            String said,
            boolean toCome) {}

    @ForMembers(MemberPart.ANY)
    @GetMapping("/portal")
    Object show(HttpServletRequest request, HttpServletResponse response, SignedInMember who, Tongue tongue) {
        if (who.acting() == null) {
            return Next.to("/portal/whom");
        }
        var place = PageBookmark.take(request, response);
        if (place.isPresent() && !who.several()) {
            return Next.to(place.get());
        }
        var member = patients.find(who.member()).orElseThrow();
        audit.shown(who.actor(), "a member's first page", List.of(member.id().value()), "members' pages");
        return new ModelAndView("org/circlekeeper/portal/web/home", "page", page(who, member, tongue));
    }

    private Page page(SignedInMember who, Patient member, Tongue tongue) {
        boolean sees = who.may(MemberPart.SCHEDULE);
        var upcoming = sees ? schedule.next(member.id()) : new MemberSchedule.Upcoming(null, false, null, List.of());
        return new Page(
                shells.of(who, tongue),
                member.name().first(),
                sees,
                upcoming.session() == null ? null : card(upcoming, upcoming.session(), who, tongue),
                upcoming.off().stream().map(tongue::day).toList(),
                tasks.stream()
                        .filter(task -> who.may(task.part()))
                        .flatMap(task -> task.of(who, tongue).stream())
                        .toList());
    }

    private Card card(MemberSchedule.Upcoming upcoming, Session session, SignedInMember who, Tongue tongue) {
        var practice = practices.current();
        ZoneId zone = practice.zone();
        Instant now = clock.instant();
        var said = upcoming.said();
        return new Card(
                "/portal/sessions/" + session.id(),
                upcoming.expected(),
                who.may(MemberPart.FORMS) ? "/portal/papers" : "",
                tongue.day(session.serviceDate()),
                tongue.time(session.startsAt(), zone),
                tongue.time(session.endsAt(), zone),
                session.link().isEmpty() ? place(session, practice) : "",
                upcoming.expected() && session.link().startsWith("https://") ? session.link() : "",
                said == null ? "" : tongue.moment(said.at(), zone),
                !session.hasBegun(now));
    }

    /** The room, and the address of the house. */
    private String place(Session session, Practice practice) {
        var room = session.room();
        var name = room == null ? "" : rooms.find(room).map(Room::name).orElse("");
        var address = practice.address();
        return Stream.of(name, address.line(), address.city())
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
