package org.circlekeeper.scheduling;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/**
 * Keeps the calendar filled thirteen weeks ahead, with leaders and rooms booked, and touches only what lies after now.
 * Where two want one leader, one room or one member at a time, both are planned and a person is asked.
 */
@Component
class PlanSessions implements Duty<CalendarPlan.Plan> {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SHOWN = 5;
    private static final String CALENDAR = "/calendar";

    private final Sessions sessions;
    private final SessionStore store;
    private final BesideStore beside;
    private final BookingStore bookings;
    private final HolidayStore choices;
    private final SessionLedger ledger;
    private final AskAboutClashes asks;
    private final Groups groups;
    private final PracticeRules rules;

    PlanSessions(
            Sessions sessions,
            SessionStore store,
            BesideStore beside,
            BookingStore bookings,
            HolidayStore choices,
            SessionLedger ledger,
            AskAboutClashes asks,
            Groups groups,
            PracticeRules rules) {
        this.sessions = sessions;
        this.store = store;
        this.beside = beside;
        this.bookings = bookings;
        this.choices = choices;
        this.ledger = ledger;
        this.asks = asks;
        this.groups = groups;
        this.rules = rules;
    }

    @Override
    public String id() {
        return "plan-sessions";
    }

    @Override
    public String promise() {
        return "The calendar is filled thirteen weeks ahead, without the practice's holidays, and no leader or room is "
                + "in two places unnoticed.";
    }

    @Override
    public Manner manner() {
        return Manner.proposing(
                Permission.SEE_CALENDAR,
                new Manner.Agreement(
                        Permission.KEEP_CALENDAR,
                        "Put them in the calendar",
                        "Fill the calendar of %d groups.",
                        "Fill them all"));
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public List<Step<CalendarPlan.Plan>> plan(Work work) {
        var known = known(work);
        var plan = CalendarPlan.of(known, sessions::newId);
        var steps = new ArrayList<Step<CalendarPlan.Plan>>();
        if (!plan.isEmpty()) {
            steps.add(new Step.Act<>(key(plan), plan, Because.of(sentence(plan), evidence(plan, known, work))));
        }
        steps.addAll(asks.about(plan.clashes(), work));
        return steps;
    }

    @Override
    public void perform(Work work, CalendarPlan.Plan plan) {
        bookings.lock();
        store.addWhatIsNotThere(plan.add());
        if (!plan.edits().isEmpty()) {
            ledger.write(plan.edits(), "holidays", new Actor.Duty(id()));
            ledger.tell(plan.edits(), false, new Actor.Duty(id()));
        }
        beside.remove(plan.rise());
        beside.add(plan.sit());
        bookings.free(plan.free().stream().map(SessionId::value).toList());
        bookings.book(plan.book());
        bookings.forgetBefore(work.now().minus(KEPT));
    }

    private CalendarPlan.Known known(Work work) {
        return new CalendarPlan.Known(
                work.now(),
                work.zone(),
                new SessionCalendar.Holidays(rules.holidays(), choices.all()),
                groups.all(),
                sessions.series(),
                store.after(work.now(), LocalDateTime.ofInstant(work.now(), work.zone())),
                beside.ofGroups(),
                beside.after(work.now()),
                bookings.after(work.now()));
    }

    /** The same work has the same key: what is added by series and its last time, what changes by session. */
    private static String key(CalendarPlan.Plan plan) {
        var parts = new ArrayList<String>();
        plan.add().stream()
                .collect(Collectors.groupingBy(
                        session -> String.valueOf(session.series()),
                        Collectors.mapping(Session::startsAt, Collectors.maxBy(Comparator.naturalOrder()))))
                .forEach((series, last) -> parts.add(series + " to " + last));
        plan.edits()
                .forEach(edit -> parts.add(edit.after().id() + "="
                        + edit.after().status() + edit.after().startsAt()));
        var fresh = plan.add().stream().map(session -> session.id().value()).collect(Collectors.toSet());
        plan.book().stream()
                .filter(booking -> !fresh.contains(booking.holder().id()))
                .forEach(booking -> parts.add("+" + booking));
        plan.free().forEach(id -> parts.add("-" + id));
        plan.sit().stream()
                .filter(one -> !fresh.contains(one.session().value()))
                .forEach(one -> parts.add("+" + one));
        plan.rise().forEach(one -> parts.add("-" + one));
        var text = parts.stream().sorted().collect(Collectors.joining(" "));
        return "calendar:" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sentence(CalendarPlan.Plan plan) {
        var parts = new ArrayList<String>();
        say(parts, plan.add().size(), "session put in the calendar", "sessions put in the calendar");
        var skipped = plan.edits().stream()
                .filter(edit -> edit.after().status() == Session.Status.SKIPPED)
                .count();
        var moved = plan.edits().stream()
                .filter(edit -> edit.moves() && edit.after().status() == Session.Status.PLANNED)
                .count();
        say(parts, skipped, "taken out for a holiday", "taken out for a holiday");
        say(parts, moved, "to another day for a holiday", "to another day for a holiday");
        say(parts, plan.edits().size() - skipped - moved, "put back", "put back");
        if (parts.isEmpty()) {
            var touched = new HashSet<UUID>();
            plan.book().forEach(booking -> touched.add(booking.holder().id()));
            plan.free().forEach(id -> touched.add(id.value()));
            plan.sit().forEach(one -> touched.add(one.session().value()));
            plan.rise().forEach(one -> touched.add(one.session().value()));
            say(parts, touched.size(), "session with its leaders and room", "sessions with their leaders and rooms");
        }
        return String.join(", ", parts) + ".";
    }

    private static void say(List<String> parts, long number, String one, String many) {
        if (number > 0) {
            parts.add(Words.count(number, one, many));
        }
    }

    private static Evidence[] evidence(CalendarPlan.Plan plan, CalendarPlan.Known known, Work work) {
        var perGroup = plan.add().stream().collect(Collectors.groupingBy(Session::group, Collectors.counting()));
        var shown = known.groups().stream()
                .filter(group -> perGroup.containsKey(group.id()))
                .limit(SHOWN)
                .map(group -> new Evidence(
                        group.name() + ": " + Words.count(perGroup.getOrDefault(group.id(), 0L), "session", "sessions")
                                + ".",
                        "/groups/" + group.id(),
                        work.now()))
                .toArray(Evidence[]::new);
        return shown.length > 0
                ? shown
                : new Evidence[] {new Evidence("Series, holidays and leaders as they are.", CALENDAR, work.now())};
    }
}
