package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Keeps the calendar filled thirteen weeks ahead, and touches only what lies after now. */
@Component
class PlanSessions implements Duty<PlanSessions.Plan> {

    private static final int WEEKS_AHEAD = 13;

    private final Sessions sessions;
    private final Groups groups;
    private final PracticeRules rules;

    PlanSessions(Sessions sessions, Groups groups, PracticeRules rules) {
        this.sessions = sessions;
        this.groups = groups;
        this.rules = rules;
    }

    /** For one group: sessions to add, those that a holiday now falls on, and those that none falls on any more. */
    record Plan(List<Session> add, Map<SessionId, String> skip, Set<SessionId> unskip) {}

    @Override
    public String id() {
        return "plan-sessions";
    }

    @Override
    public String promise() {
        return "The calendar is filled thirteen weeks ahead, without the practice's holidays.";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public List<Step<Plan>> plan(Work work) {
        var holidays = rules.holidays();
        var byGroup = groups.all().stream().collect(toMap(Group::id, group -> group));
        var coming = sessions.after(work.now()).stream().collect(groupingBy(Session::group));
        var bySeries = sessions.series().stream().collect(groupingBy(WeeklySeries::group));
        var steps = new ArrayList<Step<Plan>>();
        byGroup.values().stream()
                .sorted(java.util.Comparator.comparing(Group::name))
                .forEach(group -> {
                    var planned = coming.getOrDefault(group.id(), List.of());
                    var plan = plan(work, group, bySeries.getOrDefault(group.id(), List.of()), planned, holidays);
                    if (!plan.add().isEmpty()
                            || !plan.skip().isEmpty()
                            || !plan.unskip().isEmpty()) {
                        steps.add(step(work, group, plan));
                    }
                });
        return steps;
    }

    @Override
    public void perform(Work work, Plan plan) {
        sessions.add(plan.add());
        plan.skip().forEach((id, holiday) -> sessions.skip(Set.of(id), holiday));
        sessions.unskip(plan.unskip());
    }

    private Plan plan(
            Work work, Group group, List<WeeklySeries> series, List<Session> planned, Map<LocalDate, String> holidays) {
        var taken = new HashSet<Instant>();
        planned.forEach(session -> taken.add(session.startsAt()));
        var add = new ArrayList<Session>();
        for (var weekly : series) {
            for (var meeting : SessionCalendar.meetings(
                    weekly, work.zone(), work.today(), work.today().plusWeeks(WEEKS_AHEAD), holidays)) {
                if (meeting.startsAt().isAfter(work.now())
                        && group.days().includes(meeting.serviceDate())
                        && taken.add(meeting.startsAt())) {
                    add.add(session(group, weekly, meeting));
                }
            }
        }
        return new Plan(add, nowHolidays(planned, holidays), noLongerHolidays(planned, holidays));
    }

    private Session session(Group group, WeeklySeries weekly, SessionCalendar.Meeting meeting) {
        return new Session(
                sessions.newId(),
                group.id(),
                weekly.id(),
                meeting.serviceDate(),
                meeting.startsAt(),
                meeting.endsAt(),
                group.leader(),
                weekly.placeOfService(),
                meeting.holiday() == null ? Session.Status.PLANNED : Session.Status.SKIPPED,
                meeting.holiday(),
                false);
    }

    private static Map<SessionId, String> nowHolidays(List<Session> planned, Map<LocalDate, String> holidays) {
        return planned.stream()
                .filter(session -> !session.imported() && session.status() == Session.Status.PLANNED)
                .filter(session -> holidays.containsKey(session.serviceDate()))
                .collect(toMap(Session::id, session -> holidays.getOrDefault(session.serviceDate(), "")));
    }

    private static Set<SessionId> noLongerHolidays(List<Session> planned, Map<LocalDate, String> holidays) {
        var ids = new HashSet<SessionId>();
        planned.stream()
                .filter(session -> session.status() == Session.Status.SKIPPED)
                .filter(session -> !holidays.containsKey(session.serviceDate()))
                .forEach(session -> ids.add(session.id()));
        return ids;
    }

    private static Step<Plan> step(Work work, Group group, Plan plan) {
        var key = new StringBuilder("group:" + group.id());
        plan.add().stream()
                .map(Session::startsAt)
                .max(Instant::compareTo)
                .ifPresent(last -> key.append(":to:").append(last));
        if (!plan.skip().isEmpty() || !plan.unskip().isEmpty()) {
            key.append(":holidays:")
                    .append(Integer.toHexString(
                            Set.of(plan.skip().keySet(), plan.unskip()).hashCode()));
        }
        var sentence = sentence(group, plan);
        return new Step.Act<>(
                key.toString(),
                plan,
                Because.of(sentence, new Evidence(group.name() + " meets weekly.", href(group.id()), work.now())));
    }

    private static String sentence(Group group, Plan plan) {
        var parts = new ArrayList<String>();
        if (!plan.add().isEmpty()) {
            parts.add(plan.add().size() + (plan.add().size() == 1 ? " session" : " sessions") + " put in the calendar");
        }
        if (!plan.skip().isEmpty()) {
            parts.add(plan.skip().size() + " taken out for a holiday");
        }
        if (!plan.unskip().isEmpty()) {
            parts.add(plan.unskip().size() + " put back");
        }
        return group.name() + ": " + String.join(", ", parts) + ".";
    }

    private static String href(GroupId group) {
        return "/groups/" + group;
    }
}
