package org.circlekeeper.attendance.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.WeeklyForm;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding one session beside the weekly time: a meeting made up for, or one that was held before the calendar began. */
@Controller
@ConditionalOnWebApplication
public class ExtraSessionController {

    private static final int WEEKS_AHEAD = 26;

    private final GroupPages pages;
    private final Sessions sessions;
    private final Practices practices;
    private final AuditTrail audit;

    ExtraSessionController(GroupPages pages, Sessions sessions, Practices practices, AuditTrail audit) {
        this.pages = pages;
        this.sessions = sessions;
        this.practices = practices;
        this.audit = audit;
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/sessions")
    Object add(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        var group = pages.group(id);
        var form = Filled.in("extra", typed);
        var session = session(form, group);
        if (session.isEmpty()) {
            return pages.show(id, who, form);
        }
        var clash = sessions.addExtra(session.get(), who.actor());
        if (clash.isPresent()) {
            return pages.show(id, who, form.refuse("start", clash.get()));
        }
        audit.did(
                who.actor(),
                "added a session",
                "group " + id,
                "session " + session.get().id());
        return Next.to("/sessions/" + session.get().id()).saying("The session is in the calendar. This is its sheet.");
    }

    private Optional<Session> session(Filled form, Group group) {
        var day = form.day("day", "Choose the day on which the group meets, or met.");
        var start = form.read("start", "Write when it begins, as in 18:30.", LocalTime::parse);
        var minutes = form.read("minutes", "Write how long it lasts, from 15 to 600 minutes.", Filled.whole(15, 600));
        var place = form.read("place", "Choose where the group meets.", WeeklyForm::place);
        day.ifPresent(chosen -> check(form, group, chosen));
        if (form.isWrong()) {
            return Optional.empty();
        }
        var begins = ZonedDateTime.of(
                        day.orElseThrow(),
                        start.orElseThrow(),
                        practices.current().zone())
                .toInstant();
        return Optional.of(new Session(
                sessions.newId(),
                group.id(),
                null,
                day.orElseThrow(),
                begins,
                begins.plus(Duration.ofMinutes(minutes.orElseThrow())),
                group.leader(),
                place.orElseThrow(),
                Session.Status.PLANNED,
                null,
                false));
    }

    private void check(Filled form, Group group, LocalDate day) {
        if (!group.days().includes(day)) {
            form.refuse("day", "The group does not exist on that day. Choose a day on which it does.");
        }
        if (day.isAfter(practices.today().plusWeeks(WEEKS_AHEAD))) {
            form.refuse("day", "That is more than half a year away. Choose an earlier day, or set a weekly time.");
        }
    }
}
