package org.circlekeeper.scheduling.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The calendar of the practice: a week at a time, or the next four weeks as a list. */
@Controller
@ConditionalOnWebApplication
public class CalendarController {

    private static final int AGENDA = 28;

    private final CalendarPages pages;
    private final Practices practices;

    CalendarController(CalendarPages pages, Practices practices) {
        this.pages = pages;
        this.practices = practices;
    }

    @Bean
    static NavEntry calendarEntry() {
        return new NavEntry(150, "Calendar", "/calendar", "k", Permission.SEE_CALENDAR);
    }

    @Needs(Permission.SEE_CALENDAR)
    @GetMapping("/calendar")
    ModelAndView week(SignedIn who, @RequestParam Map<String, String> typed) {
        var monday = day(typed).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return show("calendar", who, monday, monday.plusDays(6), typed);
    }

    @Needs(Permission.SEE_CALENDAR)
    @GetMapping("/calendar/agenda")
    ModelAndView agenda(SignedIn who, @RequestParam Map<String, String> typed) {
        var first = day(typed);
        return show("agenda", who, first, first.plusDays(AGENDA - 1), typed);
    }

    private ModelAndView show(String view, SignedIn who, LocalDate first, LocalDate last, Map<String, String> typed) {
        var filters = Filled.in("filters", typed).with("day", first);
        return new ModelAndView(
                "org/circlekeeper/scheduling/web/" + view, "page", pages.page(who, first, last, filters));
    }

    /** The day asked for; today when it is none. */
    private LocalDate day(Map<String, String> typed) {
        return Filled.in("filters", typed).dayIfAny("day", "").orElseGet(practices::today);
    }
}
