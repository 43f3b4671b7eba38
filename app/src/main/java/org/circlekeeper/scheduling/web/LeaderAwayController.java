package org.circlekeeper.scheduling.web;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.AppointmentChange;
import org.circlekeeper.scheduling.AppointmentId;
import org.circlekeeper.scheduling.Change;
import org.circlekeeper.scheduling.Edits;
import org.circlekeeper.scheduling.LeaderAway;
import org.circlekeeper.scheduling.SessionChanges;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Substitutes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody who leads cannot come: all they lead, co-lead or hold that day is settled as one act. */
@Controller
@ConditionalOnWebApplication
public class LeaderAwayController {

    private static final String VIEW = "org/circlekeeper/scheduling/web/leader-away";
    private static final String PATH = "/calendar/leader-ill";

    private final LeaderAway away;
    private final SessionChanges changes;
    private final CalendarPages calendar;
    private final Groups groups;
    private final Practices practices;

    LeaderAwayController(
            LeaderAway away, SessionChanges changes, CalendarPages calendar, Groups groups, Practices practices) {
        this.away = away;
        this.changes = changes;
        this.calendar = calendar;
        this.groups = groups;
        this.practices = practices;
    }

    /**
     * Everything the page shows.
     *
     * @param chosen whether a leader and a day are chosen
     * @param unlicensed whether somebody is offered of whom no license number is on file
     */
    public record Page(
            Filled form, List<Choice> leaders, boolean chosen, String who, List<Row> rows, boolean unlicensed) {

        public String action() {
            return PATH;
        }
    }

    /**
     * One session or appointment of the day.
     *
     * @param link the field of a video room's address; null where it is not to be held online
     * @param href its own page; null when it needs none
     * @param choices what may be done
     * @param candidates who may stand in, and who is not offered
     */
    public record Row(
            String field,
            @Nullable String link,
            String title,
            String when,
            String says,
            @Nullable String href,
            List<Choice> choices,
            List<Substitutes.Candidate> candidates) {

        public List<Substitutes.Candidate> not() {
            return candidates.stream().filter(one -> !one.may()).toList();
        }
    }

    @Needs(Permission.KEEP_CALENDAR)
    @GetMapping(PATH)
    ModelAndView show(SignedIn who, @RequestParam Map<String, String> typed) {
        return view(Filled.in("away", typed));
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping(PATH)
    Object settle(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("away", typed);
        var why = form.text("why", "Say why, as in: the leader is ill. No names of members.");
        var leader = form.read("leader", "Choose who is away.", PractitionerId::of);
        var day = form.day("day", "Choose the day.");
        if (form.isWrong()) {
            return wrong(form);
        }
        var standIns = standIns(form, leader.orElseThrow(), day.orElseThrow());
        var chosen = standIns.values().stream().flatMap(List::stream).toList();
        Unlicensed.ask(form, chosen);
        var notes = new HashMap<UUID, String>();
        standIns.forEach((id, instead) -> notes.put(id, Unlicensed.note(form, instead)));
        var edits = chosen(form, leader.orElseThrow(), day.orElseThrow(), why.orElseThrow())
                .noting(notes);
        if (edits.sessions().isEmpty() && edits.appointments().isEmpty()) {
            form.refuse("why", "Choose for at least one session or appointment what becomes of it.");
        }
        if (form.isWrong()) {
            return wrong(form);
        }
        if (!Asked.isSure(typed)) {
            return asked(changes.preview(edits), Unlicensed.toConfirm(chosen), typed, backTo(form));
        }
        return switch (changes.make(edits, why.orElseThrow(), who.actor())) {
            case SessionChanges.Outcome.Done(var act, var preview) ->
                Next.to("/calendar?day=" + day.get())
                        .saying("Done. " + preview.says())
                        .undo("/calendar/acts/" + act + "/undo");
            case SessionChanges.Outcome.Refused(var against) ->
                Next.to(backTo(form)).refusing(String.join(" ", against));
        };
    }

    private static String backTo(Filled form) {
        return PATH + "?leader=" + form.value("leader") + "&day=" + form.value("day");
    }

    /** Only what that leader has on that day, whatever the form says. */
    private Edits chosen(Filled form, PractitionerId leader, LocalDate day, String why) {
        var sessions = new LinkedHashMap<SessionId, Change>();
        for (var led : away.sessions(leader, day)) {
            LeaderAwayForm.change(form, led, leader)
                    .ifPresent(change -> sessions.put(led.session().id(), change));
        }
        var appointments = new LinkedHashMap<AppointmentId, AppointmentChange>();
        for (var alone : away.appointments(leader, day)) {
            LeaderAwayForm.change(form, alone)
                    .ifPresent(change -> appointments.put(alone.appointment().id(), change));
        }
        return new Edits(changes.edits(sessions, why), changes.alone(appointments, why));
    }

    /** Who was chosen to stand in, one or nobody, by what they are to lead or hold. */
    private Map<UUID, List<Substitutes.Candidate>> standIns(Filled form, PractitionerId leader, LocalDate day) {
        var chosen = new LinkedHashMap<UUID, List<Substitutes.Candidate>>();
        for (var led : away.sessions(leader, day)) {
            var id = led.session().id().value();
            chosen.put(
                    id,
                    LeaderAwayForm.standIn(form, id, led.candidates()).stream().toList());
        }
        for (var alone : away.appointments(leader, day)) {
            var id = alone.appointment().id().value();
            chosen.put(
                    id,
                    LeaderAwayForm.standIn(form, id, alone.candidates()).stream()
                            .toList());
        }
        return chosen;
    }

    private static ModelAndView asked(
            SessionChanges.Preview preview, List<String> toConfirm, Map<String, String> typed, String back) {
        return new ModelAndView(
                Asked.VIEW,
                "page",
                new Asked(
                        "Change this day?",
                        preview.says(),
                        Stream.concat(toConfirm.stream(), preview.shown().stream())
                                .toList(),
                        preview.against(),
                        PATH,
                        back,
                        Asked.carried(typed)));
    }

    private ModelAndView wrong(Filled form) {
        var view = view(form);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView view(Filled form) {
        if (!form.has("day")) {
            form.with("day", practices.today());
        }
        var leader = form.readIfAny("leader", "Choose who is away.", PractitionerId::of);
        var day = form.dayIfAny("day", "Choose the day.");
        var rows = new ArrayList<Row>();
        boolean chosen = leader.isPresent() && day.isPresent();
        if (chosen) {
            rows.addAll(sessions(form, leader.orElseThrow(), day.orElseThrow()));
            rows.addAll(appointments(form, leader.orElseThrow(), day.orElseThrow()));
        }
        return new ModelAndView(
                VIEW,
                "page",
                new Page(
                        form,
                        calendar.leaders(),
                        chosen,
                        leader.map(this::name).orElse(""),
                        rows,
                        rows.stream()
                                .flatMap(row -> row.candidates().stream())
                                .anyMatch(one -> one.may() && !one.licensed())));
    }

    private String name(PractitionerId id) {
        return practices.practitioners().stream()
                .filter(one -> one.id().equals(id))
                .map(one -> one.name().toString())
                .findFirst()
                .orElse("");
    }

    private List<Row> sessions(Filled form, PractitionerId leader, LocalDate day) {
        var zone = practices.current().zone();
        var names = groups.all().stream().collect(toMap(Group::id, Group::name));
        return away.sessions(leader, day).stream()
                .map(led -> row(form, led, zone, names))
                .toList();
    }

    private static Row row(Filled form, LeaderAway.Led led, ZoneId zone, Map<GroupId, String> names) {
        var session = led.session();
        boolean co = LeaderAwayForm.co(led);
        var expected = Words.count(led.expected(), "member is expected", "members are expected") + ".";
        return new Row(
                chosen(form, session.id().value(), LeaderAwayForm.usual(led)),
                co ? null : LeaderAwayForm.link(session.id().value()),
                names.getOrDefault(session.group(), ""),
                Words.moment(session.startsAt(), zone),
                co ? "They co-lead it. " + expected : expected,
                null,
                LeaderAwayForm.choices(led),
                led.candidates());
    }

    private List<Row> appointments(Filled form, PractitionerId leader, LocalDate day) {
        var zone = practices.current().zone();
        return away.appointments(leader, day).stream()
                .map(one -> new Row(
                        chosen(form, one.appointment().id().value(), LeaderAwayForm.usualAlone()),
                        LeaderAwayForm.link(one.appointment().id().value()),
                        one.appointment().kind().onScreen(),
                        Words.moment(one.appointment().startsAt(), zone),
                        "One person comes.",
                        one.appointment().href(),
                        LeaderAwayForm.choices(one),
                        one.candidates()))
                .toList();
    }

    /** The field of a choice, with the usual one chosen while nobody chose. */
    private static String chosen(Filled form, UUID id, String usual) {
        var field = LeaderAwayForm.field(id);
        if (!form.has(field)) {
            form.with(field, usual);
        }
        return field;
    }
}
