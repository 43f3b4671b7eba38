package org.circlekeeper.attendance.web;

import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.SeriesId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.WeeklyForm;
import org.circlekeeper.terms.DateRange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One group: who sits in it, and when it meets. */
@Controller
@ConditionalOnWebApplication
public class GroupController {

    private final GroupPages pages;
    private final Sessions sessions;

    GroupController(GroupPages pages, Sessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @Needs(Permission.SEE_GROUPS)
    @GetMapping("/groups/{id}")
    ModelAndView show(SignedIn who, @PathVariable GroupId id) {
        return pages.show(id, who, Filled.blank(""));
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/weekly")
    Object meetWeekly(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        pages.group(id);
        var form = Filled.in("weekly", typed);
        var read = WeeklyForm.read(form);
        if (read.isEmpty()) {
            return pages.show(id, who, form);
        }
        var time = read.get();
        sessions.meetWeekly(
                id,
                time.weekday(),
                time.start(),
                time.length(),
                DateRange.from(time.from()),
                time.place(),
                who.actor());
        return Next.to("/groups/" + id).saying("The weekly time is set. Its sessions follow on Today within a minute.");
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/weekly/{series}/end")
    Object endWeekly(
            SignedIn who,
            @PathVariable GroupId id,
            @PathVariable SeriesId series,
            @RequestParam Map<String, String> typed) {
        var time = series(id, series);
        var form = Filled.in("end-time-" + series, typed);
        var last = form.day("last", "Choose the last day on which the group meets at this time.");
        last.filter(day -> day.isBefore(time.days().first()))
                .ifPresent(_ -> form.refuse("last", "It begins later than that. Choose a day after it begins."));
        if (form.isWrong()) {
            return pages.show(id, who, form);
        }
        sessions.endSeries(series, last.orElseThrow(), who.actor());
        return Next.to("/groups/" + id).saying("The weekly time ends. Sessions planned after it are gone.");
    }

    private Series series(GroupId group, SeriesId id) {
        return sessions.seriesOf(group).stream()
                .filter(series -> series.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
