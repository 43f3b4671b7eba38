package org.circlekeeper.attendance.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.MembershipId;
import org.circlekeeper.roster.Move;
import org.circlekeeper.roster.Rosters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of one membership shows, and what a change of it would bring. */
@Component
class EpisodePages {

    static final String HOLD = "hold";
    static final String TRANSFER = "transfer";
    static final String END = "end";

    private final GroupPages pages;
    private final Groups groups;
    private final Rosters rosters;
    private final Patients patients;
    private final SeatPreviews previews;
    private final Practices practices;
    private final AuditTrail audit;

    EpisodePages(
            GroupPages pages,
            Groups groups,
            Rosters rosters,
            Patients patients,
            SeatPreviews previews,
            Practices practices,
            AuditTrail audit) {
        this.pages = pages;
        this.groups = groups;
        this.rosters = rosters;
        this.patients = patients;
        this.previews = previews;
        this.practices = practices;
        this.audit = audit;
    }

    Membership episode(GroupId group, MembershipId id) {
        return rosters.find(id)
                .filter(episode -> episode.group().equals(group))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ModelAndView show(GroupId id, MembershipId membership, SignedIn who, String change, Filled form) {
        var group = pages.open(id, who);
        var episode = episode(id, membership);
        audit.shown(who.actor(), "membership", List.of(episode.patient().value()), "membership " + membership);
        var view =
                new ModelAndView("org/circlekeeper/attendance/web/episode", "page", page(group, episode, change, form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private EpisodePage page(Group group, Membership episode, String change, Filled form) {
        var today = practices.today();
        var zone = practices.current().zone();
        var moves = rosters.moves(group.id());
        var status = episode.statusOn(today);
        var last = episode.days().last();
        var preview = preview(group, episode, change, form, today);
        return new EpisodePage(
                group,
                episode,
                patients.find(episode.patient())
                        .map(patient -> patient.name().toString())
                        .orElse(""),
                Words.day(episode.days().first()),
                Standing.tone(status),
                Standing.word(status),
                Standing.note(episode, today, Standing.ends(moves).get(episode.id())),
                last == null || !last.isBefore(today),
                episode.days().first().isAfter(today),
                last != null,
                holds(episode, today),
                others(group, today),
                history(episode, moves, zone),
                change,
                preview,
                today,
                form);
    }

    private static List<EpisodePage.Hold> holds(Membership episode, LocalDate today) {
        return episode.holds().stream()
                .filter(hold -> !hold.last().isBefore(today))
                .map(hold -> new EpisodePage.Hold(
                        hold.id(),
                        Words.day(hold.first()) + " to " + Words.day(hold.last()) + ", " + hold.reason(),
                        !hold.first().isAfter(today)))
                .toList();
    }

    private static List<EpisodePage.Line> history(Membership episode, List<Move> moves, ZoneId zone) {
        return moves.stream()
                .filter(move -> move.membership().equals(episode.id()))
                .map(move -> new EpisodePage.Line(Words.moment(move.at(), zone), says(move), move.by()))
                .toList();
    }

    private static String says(Move move) {
        return move.reason().isEmpty()
                ? "The seat is theirs from " + Words.day(move.day()) + " on"
                : Standing.word(move.status()) + ", " + Words.day(move.day()) + ": " + move.reason();
    }

    private List<Choice> others(Group group, LocalDate today) {
        return groups.all().stream()
                .filter(other -> !other.id().equals(group.id()) && !other.hasEnded(today))
                .sorted(Comparator.comparing(Group::name))
                .map(other -> new Choice(other.id().toString(), other.name()))
                .toList();
    }

    /** Null when nothing is asked, or what is asked cannot be. */
    private @Nullable SeatPreview preview(
            Group group, Membership episode, String change, Filled form, LocalDate today) {
        return switch (change) {
            case HOLD ->
                pause(form, episode)
                        .map(hold -> previews.pausing(group, episode, hold.first(), hold.last()))
                        .orElse(null);
            case TRANSFER ->
                move(form, episode)
                        .map(move -> previews.moving(group, move.to(), episode, move.from()))
                        .orElse(null);
            case END ->
                last(form, episode)
                        .map(last -> previews.ending(group, last, notice(group), today))
                        .orElse(null);
            default -> null;
        };
    }

    private int notice(Group group) {
        return groups.type(group.type()).map(Groups.Type::noticeDays).orElse(0);
    }

    record Pause(LocalDate first, LocalDate last) {}

    /** The days of a pause as the form has them; empty when one is refused, which then says why. */
    Optional<Pause> pause(Filled form, Membership episode) {
        var first = form.day("first", "Choose the first day of the pause.");
        var last = form.day("last", "Choose the last day of the pause.");
        last.filter(day -> first.isPresent() && day.isBefore(first.get()))
                .ifPresent(_ -> form.refuse("last", "It ends before it begins. Choose a later day."));
        first.filter(day -> !episode.days().includes(day))
                .ifPresent(_ -> form.refuse("first", "They have no seat on that day. Choose another one."));
        last.filter(day -> !episode.days().includes(day))
                .ifPresent(_ -> form.refuse("last", "They have no seat any more on that day. Choose an earlier one."));
        if (first.isPresent()
                && last.isPresent()
                && episode.holds().stream()
                        .anyMatch(hold -> !hold.last().isBefore(first.get())
                                && !hold.first().isAfter(last.get()))) {
            form.refuse("first", "They pause on some of these days already. End that pause first, or choose others.");
        }
        return form.isWrong() ? Optional.empty() : Optional.of(new Pause(first.orElseThrow(), last.orElseThrow()));
    }

    record Going(Group to, LocalDate from) {}

    /** Where they are to go and from when; empty when something is refused, which then says why. */
    Optional<Going> move(Filled form, Membership episode) {
        var to = form.read("to", "Choose the group they go to.", GroupId::of).flatMap(groups::find);
        var from = form.day("from", "Choose the first day in the other group.");
        if (to.isEmpty() || to.get().id().equals(episode.group())) {
            form.refuse("to", "Choose the group they go to.");
        }
        if (episode.next() != null) {
            form.refuse("to", "They go on in another group already. Take that back first.");
        }
        from.filter(day -> !episode.days().includes(day.minusDays(1)))
                .ifPresent(_ -> form.refuse(
                        "from",
                        "They have no seat here on the day before. Choose another day, or give them a new seat."));
        return form.isWrong() ? Optional.empty() : Optional.of(new Going(to.orElseThrow(), from.orElseThrow()));
    }

    /** The last day as the form has it. */
    Optional<LocalDate> last(Filled form, Membership episode) {
        var last = form.day("last", "Choose the last day on which the seat is theirs.");
        form.read("ending", "Choose how it ends.", Ending::valueOf);
        if (episode.next() != null) {
            form.refuse("last", "They go on in another group already. Take that back first.");
        }
        last.filter(day -> day.isBefore(episode.days().first()))
                .ifPresent(_ -> form.refuse("last", "The membership begins later than that. Choose a day after it."));
        last.filter(day -> lastOf(episode.group()).filter(day::isAfter).isPresent())
                .ifPresent(_ -> form.refuse("last", "The group has ended by then. Choose a day up to its last one."));
        return form.isWrong() ? Optional.empty() : last;
    }

    /** The last day of the group; empty while it goes on. */
    Optional<LocalDate> lastOf(GroupId group) {
        return groups.find(group).map(known -> known.days().last());
    }
}
