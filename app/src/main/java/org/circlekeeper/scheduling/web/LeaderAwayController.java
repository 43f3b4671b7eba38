package org.circlekeeper.scheduling.web;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.Change;
import org.circlekeeper.scheduling.LeaderAway;
import org.circlekeeper.scheduling.SessionChanges;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Substitutes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A leader cannot come: all they lead that day is settled as one act. */
@Controller
@ConditionalOnWebApplication
public class LeaderAwayController {

    private static final String VIEW = "org/circlekeeper/scheduling/web/leader-away";
    private static final String PATH = "/calendar/leader-ill";
    private static final String CHOICE = "choice-";
    private static final String SUBSTITUTE = "substitute:";

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
     */
    public record Page(
            Filled form, List<Choice> leaders, boolean chosen, String who, List<Row> rows, List<Alone> alone) {

        public String action() {
            return PATH;
        }
    }

    /**
     * One session of the day.
     *
     * @param choices what may be done, the first one chosen beforehand
     * @param not who is not offered, and why
     */
    public record Row(
            String field,
            String link,
            String title,
            String when,
            String expected,
            List<Choice> choices,
            List<Substitutes.Candidate> not) {}

    /** An appointment of the day, which is settled on its own page. */
    public record Alone(String href, String says) {}

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
        var chosen = chosen(form, leader.orElseThrow(), day.orElseThrow());
        if (chosen.isEmpty()) {
            form.refuse("why", "Choose for at least one session what becomes of it.");
        }
        if (form.isWrong()) {
            return wrong(form);
        }
        var edits = changes.edits(chosen, why.orElseThrow());
        if (!Asked.isSure(typed)) {
            return asked(changes.preview(edits), typed, backTo(form));
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

    /** Only sessions of that leader and day, whatever the form says. */
    private Map<SessionId, Change> chosen(Filled form, PractitionerId leader, LocalDate day) {
        var chosen = new LinkedHashMap<SessionId, Change>();
        for (var led : away.sessions(leader, day)) {
            change(form, led).ifPresent(change -> chosen.put(led.session().id(), change));
        }
        return chosen;
    }

    private static Optional<Change> change(Filled form, LeaderAway.Led led) {
        var id = led.session().id();
        var choice = form.value(CHOICE + id);
        if (choice.startsWith(SUBSTITUTE)) {
            return form.read(CHOICE + id, "Choose from the list.", text -> substitute(text, led))
                    .map(one -> one);
        }
        return switch (choice) {
            case "cancel" -> Optional.of(new Change.Cancel());
            case "online" ->
                form.read("link-" + id, "Write the address of the video room, beginning with https://.", Fields::link)
                        .map(Change.Online::new);
            default -> Optional.empty();
        };
    }

    private static Change substitute(String text, LeaderAway.Led led) {
        var leader = PractitionerId.of(text.substring(SUBSTITUTE.length()));
        if (led.candidates().stream()
                .noneMatch(one -> one.may() && one.practitioner().equals(leader))) {
            throw new IllegalArgumentException("Not offered");
        }
        return new Change.Substitute(leader);
    }

    private static ModelAndView asked(SessionChanges.Preview preview, Map<String, String> typed, String back) {
        return new ModelAndView(
                Asked.VIEW,
                "page",
                new Asked(
                        "Change this day?",
                        preview.says(),
                        preview.lines(),
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
        var chosen = leader.isPresent() && day.isPresent();
        return new ModelAndView(
                VIEW,
                "page",
                new Page(
                        form,
                        calendar.leaders(),
                        chosen,
                        leader.map(this::name).orElse(""),
                        chosen ? rows(form, leader.orElseThrow(), day.orElseThrow()) : List.of(),
                        chosen ? alone(leader.orElseThrow(), day.orElseThrow()) : List.of()));
    }

    private String name(PractitionerId id) {
        return practices.practitioners().stream()
                .filter(one -> one.id().equals(id))
                .map(one -> one.name().toString())
                .findFirst()
                .orElse("");
    }

    private List<Row> rows(Filled form, PractitionerId leader, LocalDate day) {
        var zone = practices.current().zone();
        var names = groups.all().stream().collect(toMap(Group::id, Group::name));
        return away.sessions(leader, day).stream()
                .map(led -> row(form, led, zone, names))
                .toList();
    }

    private static Row row(Filled form, LeaderAway.Led led, ZoneId zone, Map<GroupId, String> names) {
        var session = led.session();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("cancel", "Cancel it"));
        led.candidates().stream()
                .filter(Substitutes.Candidate::may)
                .forEach(one -> choices.add(
                        new Choice(SUBSTITUTE + one.practitioner(), one.name() + " leads it: " + one.says())));
        choices.add(new Choice("online", "Hold it online, at the address below"));
        choices.add(new Choice("leave", "Leave it as it is"));
        var field = CHOICE + session.id();
        if (!form.has(field)) {
            form.with(field, "cancel");
        }
        return new Row(
                field,
                "link-" + session.id(),
                names.getOrDefault(session.group(), ""),
                Words.moment(session.startsAt(), zone),
                Words.count(led.expected(), "member is expected", "members are expected"),
                choices,
                led.candidates().stream().filter(one -> !one.may()).toList());
    }

    private List<Alone> alone(PractitionerId leader, LocalDate day) {
        var zone = practices.current().zone();
        return away.appointments(leader, day).stream()
                .map(one -> new Alone("/calendar/appointments/" + one.id(), says(one, zone)))
                .toList();
    }

    private static String says(Appointment one, ZoneId zone) {
        return one.kind().onScreen() + ", " + Words.moment(one.startsAt(), zone);
    }
}
