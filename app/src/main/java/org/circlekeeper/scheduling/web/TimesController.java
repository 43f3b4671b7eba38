package org.circlekeeper.scheduling.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
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
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Room;
import org.circlekeeper.scheduling.RoomId;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.SeriesChanges;
import org.circlekeeper.scheduling.SeriesId;
import org.circlekeeper.scheduling.SessionChanges;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.Weekdays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The regular times of groups: another one from a day on, a further one, or none any more; shown before it is done. */
@Controller
@ConditionalOnWebApplication
public class TimesController {

    private static final String PATH = "/calendar/times";
    private static final String VIEW = "org/circlekeeper/scheduling/web/times";

    private final SeriesChanges changes;
    private final Sessions sessions;
    private final Groups groups;
    private final Rooms rooms;
    private final CalendarPages calendar;
    private final Practices practices;

    TimesController(
            SeriesChanges changes,
            Sessions sessions,
            Groups groups,
            Rooms rooms,
            CalendarPages calendar,
            Practices practices) {
        this.changes = changes;
        this.sessions = sessions;
        this.groups = groups;
        this.rooms = rooms;
        this.calendar = calendar;
        this.practices = practices;
    }

    /**
     * Everything the page shows.
     *
     * @param group the group whose times are changed; null while none is chosen
     */
    public record Page(
            List<Row> rows, @Nullable String group, String name, List<Time> times, List<Choice> rooms, Filled form) {

        public String path() {
            return "/calendar/times/" + group;
        }

        /** The form of this name as it was sent, else filled with what most groups do. */
        public Filled form(String name, Filled usual) {
            return form.name().equals(name) ? form : usual;
        }
    }

    /** One group in the list. */
    public record Row(String href, String name, String times) {}

    /**
     * One regular time that has not ended.
     *
     * @param usual the form that changes it, filled with how it stands
     */
    public record Time(String id, String words, String days, Filled usual) {}

    @Needs(Permission.KEEP_CALENDAR)
    @GetMapping(PATH)
    ModelAndView list(SignedIn who) {
        var byGroup = current();
        var rows = groups.all().stream()
                .filter(group -> goesOn(group.days().last()))
                .map(group -> new Row(
                        PATH + "/" + group.id(),
                        group.name(),
                        byGroup.stream()
                                .filter(series -> series.group().equals(group.id()))
                                .map(Weekdays::words)
                                .collect(joining("; "))))
                .toList();
        return new ModelAndView(VIEW, "page", new Page(rows, null, "", List.of(), List.of(), Filled.blank("")));
    }

    @Needs(Permission.KEEP_CALENDAR)
    @GetMapping(PATH + "/{group}")
    ModelAndView show(SignedIn who, @PathVariable GroupId group) {
        return view(group(group), Filled.blank(""));
    }

    /** A further time, or another one in place of an old one. */
    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping(PATH + "/{group}")
    Object change(SignedIn who, @PathVariable GroupId group, @RequestParam Map<String, String> typed) {
        var found = group(group);
        var old = typed.getOrDefault("series", "");
        var form = Filled.in(old.isEmpty() ? "time" : "time-" + old, typed);
        var fresh = RuleForm.read(form, rooms, found.id(), changes);
        var series = old(form, found, old);
        if (form.isWrong() || fresh.isEmpty()) {
            return wrong(found, form);
        }
        var from = fresh.get().days().first();
        return settle(who, found, new SeriesChanges.Wanted(group, series, fresh, from), typed, "/" + group);
    }

    /** No such time any more. */
    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping(PATH + "/{group}/end")
    Object end(SignedIn who, @PathVariable GroupId group, @RequestParam Map<String, String> typed) {
        var found = group(group);
        var form = Filled.in("end-" + typed.getOrDefault("series", ""), typed);
        var from = form.day("from", "Choose the first day on which the group does not meet at this time any more.");
        var series = old(form, found, form.value("series"));
        if (form.isWrong() || series.isEmpty()) {
            return wrong(found, form);
        }
        var wanted = new SeriesChanges.Wanted(group, series, Optional.empty(), from.orElseThrow());
        return settle(who, found, wanted, typed, "/" + group + "/end");
    }

    private Object settle(
            SignedIn who, Group group, SeriesChanges.Wanted wanted, Map<String, String> typed, String path) {
        var back = PATH + "/" + group.id();
        var preview = changes.preview(wanted);
        if (!Asked.isSure(typed)) {
            return new ModelAndView(
                    Asked.VIEW,
                    "page",
                    new Asked(
                            "Change the regular time?",
                            preview.says(),
                            preview.shown(),
                            preview.against(),
                            PATH + path,
                            back,
                            Asked.carried(typed)));
        }
        return switch (changes.make(wanted, who.actor())) {
            case SessionChanges.Outcome.Done(var act, var done) ->
                Next.to(back).saying("Done. " + done.says()).undo("/calendar/acts/" + act + "/undo");
            case SessionChanges.Outcome.Refused(var against) -> Next.to(back).refusing(String.join(" ", against));
        };
    }

    private Optional<SeriesId> old(Filled form, Group group, String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var found = current().stream()
                .filter(series -> series.group().equals(group.id())
                        && series.id().toString().equals(id))
                .map(Series::id)
                .findFirst();
        if (found.isEmpty()) {
            form.refuse("from", "That time has ended. Look at the page again.");
        }
        return found;
    }

    private Group group(GroupId id) {
        return groups.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Series> current() {
        return sessions.series().stream()
                .filter(series -> goesOn(series.days().last()))
                .toList();
    }

    private boolean goesOn(@Nullable LocalDate last) {
        return last == null || !last.isBefore(practices.today());
    }

    private ModelAndView wrong(Group group, Filled form) {
        var view = view(group, form);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView view(Group group, Filled form) {
        Map<RoomId, String> names = rooms.all().stream().collect(toMap(Room::id, Room::name));
        var today = practices.today();
        var times = current().stream()
                .filter(series -> series.group().equals(group.id()))
                .map(series -> new Time(
                        series.id().toString(),
                        Weekdays.words(series),
                        days(series, names),
                        RuleForm.filled(series, today)))
                .toList();
        return new ModelAndView(
                VIEW,
                "page",
                new Page(List.of(), group.id().toString(), group.name(), times, calendar.openRooms(), form));
    }

    private static String days(Series series, Map<RoomId, String> rooms) {
        var last = series.days().last();
        var room = series.room();
        return "from " + Words.day(series.days().first()) + (last == null ? "" : " to " + Words.day(last))
                + (room == null ? "" : ", " + rooms.getOrDefault(room, ""))
                + (series.link().isEmpty() ? "" : ", online");
    }
}
