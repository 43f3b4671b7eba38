package org.circlekeeper.scheduling.web;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Cycles;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Programmes;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Series;
import org.circlekeeper.scheduling.Sessions;
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

/** Beginning the next cycle: a group alike, or every group of the programme, from a first day on. */
@Controller
@ConditionalOnWebApplication
public class NextCycleController {

    private final Groups groups;
    private final Programmes programmes;
    private final Cycles cycles;
    private final Rosters rosters;
    private final LeftBehind behind;
    private final Sessions sessions;
    private final Practices practices;

    NextCycleController(
            Groups groups,
            Programmes programmes,
            Cycles cycles,
            Rosters rosters,
            LeftBehind behind,
            Sessions sessions,
            Practices practices) {
        this.groups = groups;
        this.programmes = programmes;
        this.cycles = cycles;
        this.rosters = rosters;
        this.behind = behind;
        this.sessions = sessions;
        this.practices = practices;
    }

    /**
     * Everything the page shows.
     *
     * @param programme the name of what the group is part of; empty when of nothing
     * @param siblings the groups of the programme in the same cycle, the group itself among them
     * @param left who was not taken along into a cycle that has begun; nobody while none was named
     */
    public record Page(Group group, String programme, List<String> siblings, Filled form, LeftBehind.Those left) {}

    @Needs(Permission.KEEP_GROUPS)
    @GetMapping("/groups/{id}/next-cycle")
    ModelAndView show(SignedIn who, @PathVariable GroupId id, @RequestParam(defaultValue = "") String begun) {
        var group = group(id);
        var left = begun.isBlank() ? LeftBehind.Those.NONE : behind.of(siblings(group), begun, who);
        var last = group.days().last();
        var first = last == null || last.isBefore(practices.today()) ? practices.today() : last.plusDays(1);
        return view(group, Filled.blank("cycle").with("first", first), left);
    }

    @Needs(Permission.KEEP_GROUPS)
    @PostMapping("/groups/{id}/next-cycle")
    Object begin(SignedIn who, @PathVariable GroupId id, @RequestParam Map<String, String> typed) {
        var group = group(id);
        var form = Filled.in("cycle", typed);
        var cycle = form.text("cycle", "Name the cycle, as in Spring 2027.");
        var first = form.day("first", "Choose the first day of the cycle.");
        var asked = form.has("all") ? siblings(group) : List.of(group);
        cycle.ifPresent(name -> asked.stream()
                .map(one -> Cycles.name(one, name))
                .filter(groups::isTaken)
                .findFirst()
                .ifPresent(taken ->
                        form.refuse("cycle", "There is a group called " + taken + " already. Choose another name.")));
        if (form.isWrong()) {
            var view = view(group, form, LeftBehind.Those.NONE);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var begun = new ArrayList<GroupId>();
        int left = 0;
        for (var one : asked) {
            var next = begin(one, cycle.orElseThrow(), first.orElseThrow(), who);
            left += form.has("members") ? take(one, next, first.orElseThrow(), who) : 0;
            begun.add(next);
        }
        var to = begun.size() == 1 ? "/groups/" + begun.getFirst() : "/groups";
        return Next.to(left == 0 ? to : "/groups/" + id + "/next-cycle?begun=" + encode(cycle.orElseThrow(), UTF_8))
                .saying(said(begun.size(), left));
    }

    private static String said(int begun, int left) {
        return Words.count(begun, "group is", "groups are") + " set up for the next cycle. Sessions follow on Today."
                + (left == 0
                        ? ""
                        : " " + Words.count(left, "member was", "members were")
                                + " not taken along, because something stands against it: who and what stands here.");
    }

    /** The weekly times that hold at the end of the cycle before hold in the new one. */
    private GroupId begin(Group group, String cycle, LocalDate first, SignedIn who) {
        var id = cycles.begin(group, cycle, first, who.actor());
        var end = group.days().last();
        var day = end == null || end.isAfter(practices.today()) ? practices.today() : end;
        var days = groups.find(id).map(Group::days).orElse(DateRange.from(first));
        sessions.series().stream()
                .filter(series -> series.group().equals(group.id()) && goesOn(series, day))
                .forEach(series -> sessions.meet(series.goingOnIn(sessions.newSeriesId(), id, days), who.actor()));
        return id;
    }

    private static boolean goesOn(Series series, LocalDate day) {
        var last = series.days().last();
        return last == null || !last.isBefore(day);
    }

    /** Gives the members of the cycle before their seats in the next one. Returns how many did not get one. */
    private int take(Group group, GroupId next, LocalDate first, SignedIn who) {
        int left = 0;
        for (var patient : behind.goOn(group.id())) {
            var joined = rosters.admit(new Admission(next, patient, DateRange.from(first)), who.actor());
            boolean sits = joined instanceof Rosters.Joined.Seated || joined instanceof Rosters.Joined.AlreadySeated;
            left += sits ? 0 : 1;
        }
        return left;
    }

    private List<Group> siblings(Group group) {
        return group.programme() == null
                ? List.of(group)
                : groups.all().stream()
                        .filter(other -> Objects.equals(other.programme(), group.programme())
                                && other.cycle().equals(group.cycle()))
                        .toList();
    }

    private Group group(GroupId id) {
        return groups.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView view(Group group, Filled form, LeftBehind.Those left) {
        var programme = programmes.all().stream()
                .filter(known -> known.id().equals(group.programme()))
                .map(Programmes.Programme::name)
                .findFirst()
                .orElse("");
        var page = new Page(
                group, programme, siblings(group).stream().map(Group::name).toList(), form, left);
        return new ModelAndView("org/circlekeeper/scheduling/web/next-cycle", "page", page);
    }
}
