package org.circlekeeper.attendance.web;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.attendance.PastVisits;
import org.circlekeeper.attendance.Tally;
import org.circlekeeper.attendance.Visit;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Ring;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.circlekeeper.roster.Caseloads;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Move;
import org.circlekeeper.roster.Occupied;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.Weekdays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of a group shows, one question for each panel. */
@Component
class GroupPages {

    private static final int IN_THE_STRIP = 6;
    private static final int SESSIONS = 40;

    private final Groups groups;
    private final Rosters rosters;
    private final Patients patients;
    private final Practices practices;
    private final Sessions sessions;
    private final PastVisits visits;
    private final InsuranceWords insurance;
    private final GroupPanels panels;
    private final Caseloads caseloads;
    private final AuditTrail audit;
    private final Clock clock;

    GroupPages(
            Groups groups,
            Rosters rosters,
            Patients patients,
            Practices practices,
            Sessions sessions,
            PastVisits visits,
            InsuranceWords insurance,
            GroupPanels panels,
            Caseloads caseloads,
            AuditTrail audit,
            Clock clock) {
        this.groups = groups;
        this.rosters = rosters;
        this.patients = patients;
        this.practices = practices;
        this.sessions = sessions;
        this.visits = visits;
        this.insurance = insurance;
        this.panels = panels;
        this.caseloads = caseloads;
        this.audit = audit;
        this.clock = clock;
    }

    Group group(GroupId id) {
        return groups.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The group, for a person who may open its page. */
    Group open(GroupId id, SignedIn who) {
        caseloads.open(who, id);
        return group(id);
    }

    ModelAndView show(GroupId id, SignedIn who, Filled form) {
        caseloads.open(who, id);
        var view = new ModelAndView("org/circlekeeper/attendance/web/group", "page", page(group(id), who, form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private GroupPage page(Group group, SignedIn who, Filled form) {
        var zone = practices.current().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var episodes = rosters.of(group.id());
        var people = patients.byId(episodes.stream().map(Membership::patient).toList());
        audit.shown(
                who.actor(),
                "roster",
                people.keySet().stream().map(PatientId::value).toList(),
                "group " + group.id());
        var open = episodes.stream().filter(episode -> isOpen(episode, today)).toList();
        var ends = Standing.ends(rosters.moves(group.id()));
        var seated = members(open, people, group, today, ends);
        var former = episodes.stream()
                .filter(episode -> !isOpen(episode, today))
                .map(episode -> member(episode, people, today, ends, null, List.of()))
                .toList();
        var seats = rosters.occupied(today).getOrDefault(group.id(), Occupied.none(group.id()));
        var leaders = practices.practitioners();
        var met = meetings(group, zone);
        return new GroupPage(
                group,
                leader(group, leaders),
                Ring.of(seats.filled(), seats.half(), seats.offered(), group.capacity(), seats.words(group.capacity())),
                seated,
                former,
                times(group, today),
                met.coming(),
                met.past(),
                leaders.stream()
                        .map(l -> new Choice(l.id().toString(), l.signature()))
                        .toList(),
                panels.of(group, today),
                today,
                form);
    }

    private static String leader(Group group, List<Practitioner> leaders) {
        return leaders.stream()
                .filter(leader -> leader.id().equals(group.leader()))
                .map(Practitioner::signature)
                .findFirst()
                .orElse("");
    }

    private static boolean isOpen(Membership episode, LocalDate today) {
        var last = episode.days().last();
        return last == null || !last.isBefore(today);
    }

    private List<GroupPage.Member> members(
            List<Membership> open,
            Map<PatientId, Patient> people,
            Group group,
            LocalDate today,
            Map<MembershipId, Move> ends) {
        var strips = visits.latelyIn(group.id(), IN_THE_STRIP).stream().collect(groupingBy(Visit::patient));
        var insured = insurance.on(today, open.stream().map(Membership::patient).toList());
        return open.stream()
                .sorted(Comparator.comparing(episode -> last(people, episode)))
                .map(episode -> member(
                        episode,
                        people,
                        today,
                        ends,
                        insured.getOrDefault(episode.patient(), ""),
                        strips.getOrDefault(episode.patient(), List.of()).stream()
                                .map(GroupPages::mark)
                                .toList()))
                .toList();
    }

    private static String last(Map<PatientId, Patient> people, Membership episode) {
        var patient = people.get(episode.patient());
        return patient == null ? "" : (patient.name().last() + patient.name().first()).toLowerCase(Locale.ROOT);
    }

    private static GroupPage.Member member(
            Membership episode,
            Map<PatientId, Patient> people,
            LocalDate today,
            Map<MembershipId, Move> ends,
            @Nullable String insured,
            List<GroupPage.Mark> strip) {
        var patient = people.get(episode.patient());
        var status = episode.statusOn(today);
        return new GroupPage.Member(
                "/groups/" + episode.group() + "/memberships/" + episode.id(),
                episode.patient().toString(),
                patient == null ? "" : patient.name().toString(),
                Words.day(episode.days().first()),
                Standing.tone(status),
                Standing.word(status),
                Standing.note(episode, today, ends.get(episode.id())),
                insured,
                strip);
    }

    static GroupPage.Mark mark(Visit visit) {
        var button = MarkButton.ALL.stream()
                .filter(known -> known.presence() == visit.presence())
                .findFirst();
        return new GroupPage.Mark(
                button.map(MarkButton::icon).orElse("–"),
                button.map(MarkButton::css).orElse("unmarked"),
                Words.shortDay(visit.serviceDate()) + ": " + visit.presence().onScreen(),
                "/sessions/" + visit.session());
    }

    private List<GroupPage.Time> times(Group group, LocalDate today) {
        return sessions.seriesOf(group.id()).stream()
                .map(series -> time(series, today))
                .toList();
    }

    private static GroupPage.Time time(Series series, LocalDate today) {
        var last = series.days().last();
        boolean over = last != null && last.isBefore(today);
        return new GroupPage.Time(
                Weekdays.words(series),
                "from " + Words.day(series.days().first()) + (last == null ? "" : " to " + Words.day(last)),
                over ? null : series.id().toString());
    }

    private record Meetings(List<GroupPage.Meeting> coming, List<GroupPage.Meeting> past) {}

    private Meetings meetings(Group group, ZoneId zone) {
        var all = sessions.of(group.id(), SESSIONS);
        var now = clock.instant();
        var tallies = visits.tallies(all.stream().map(Session::id).toList());
        var byTime = all.stream()
                .collect(Collectors.partitioningBy(session -> session.startsAt().isAfter(now)));
        return new Meetings(
                byTime.getOrDefault(true, List.of()).reversed().stream()
                        .map(session -> coming(session, zone))
                        .toList(),
                byTime.getOrDefault(false, List.of()).stream()
                        .map(session -> past(session, tallies, zone))
                        .toList());
    }

    private static GroupPage.Meeting coming(Session session, ZoneId zone) {
        boolean held = session.status() == Session.Status.PLANNED;
        return new GroupPage.Meeting(
                "/sessions/" + session.id(),
                Words.moment(session.startsAt(), zone),
                held ? Tone.CALM : Tone.NONE,
                held ? "Planned" : "No group: " + session.reason());
    }

    private static GroupPage.Meeting past(Session session, Map<SessionId, Tally> tallies, ZoneId zone) {
        var tally = tallies.getOrDefault(session.id(), new Tally(0, 0, 0, false));
        boolean held = session.status() == Session.Status.PLANNED;
        var when = Words.moment(session.startsAt(), zone);
        var href = "/sessions/" + session.id();
        if (!held) {
            return new GroupPage.Meeting(href, when, Tone.NONE, "No group: " + session.reason());
        }
        return tally.closed()
                ? new GroupPage.Meeting(href, when, Tone.GOOD, tally.came() + " of " + tally.seats() + " came")
                : new GroupPage.Meeting(href, when, Tone.WAIT, "Open, " + tally.unmarked() + " unmarked");
    }
}
