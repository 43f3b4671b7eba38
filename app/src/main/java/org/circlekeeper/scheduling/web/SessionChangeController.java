package org.circlekeeper.scheduling.web;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.scheduling.Change;
import org.circlekeeper.scheduling.Edit;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.SeriesActs;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionChanges;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.scheduling.Substitutes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Moving, cancelling, substituting one session: first what it would do, then the act. */
@Controller
@ConditionalOnWebApplication
public class SessionChangeController {

    private static final String VIEW = "org/circlekeeper/scheduling/web/session-change";

    /** How many of two groups at one time are named in one sentence after an undo; Today asks about each. */
    private static final int MOST_SAID = 3;

    private final SessionChangePages pages;
    private final SessionChanges changes;
    private final SeriesActs times;
    private final Sessions sessions;
    private final Rooms rooms;
    private final Practices practices;

    SessionChangeController(
            SessionChangePages pages,
            SessionChanges changes,
            SeriesActs times,
            Sessions sessions,
            Rooms rooms,
            Practices practices) {
        this.pages = pages;
        this.changes = changes;
        this.times = times;
        this.sessions = sessions;
        this.rooms = rooms;
        this.practices = practices;
    }

    /** What the forms of the page ask for. */
    public enum What {
        MOVE,
        SKIP,
        CANCEL,
        RESTORE,
        SUBSTITUTE,
        CO_LEADER,
        ONLINE,
        MAKE_UP
    }

    @Needs(Permission.KEEP_CALENDAR)
    @GetMapping("/sessions/{id}/change")
    ModelAndView show(SignedIn who, @PathVariable SessionId id) {
        return new ModelAndView(VIEW, "page", pages.page(pages.session(id), Filled.blank("")));
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping("/sessions/{id}/change")
    Object change(
            SignedIn who,
            @PathVariable SessionId id,
            @RequestParam What what,
            @RequestParam Map<String, String> typed) {
        var session = pages.session(id);
        var form = Filled.in(what.name(), typed);
        var why = form.text("why", "Say why: it is kept with the session. No names of members.");
        var standIn = standIn(session, what, form);
        Unlicensed.ask(form, standIn);
        var kept = why.orElse("") + Unlicensed.note(form, standIn);
        var edit = edit(session, what, form, kept);
        if (form.isWrong() || edit.isEmpty()) {
            return wrong(session, form);
        }
        if (!Asked.isSure(typed)) {
            return asked(session, changes.preview(List.of(edit.get())), Unlicensed.toConfirm(standIn), typed);
        }
        return switch (changes.make(List.of(edit.get()), kept, who.actor())) {
            case SessionChanges.Outcome.Done(var act, var preview) ->
                Next.to("/sessions/" + edit.get().after().id() + "/change")
                        .saying("Done. " + preview.says())
                        .undo("/calendar/acts/" + act + "/undo");
            case SessionChanges.Outcome.Refused(var against) ->
                Next.to(pages.page(session, form).path()).refusing(String.join(" ", against));
        };
    }

    /** Takes an act back, while nothing of it has begun: changes of sessions, appointments or a regular time. */
    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping("/calendar/acts/{act}/undo")
    Object undo(SignedIn who, @PathVariable UUID act) {
        return switch (takenBack(act, who)) {
            case SessionChanges.Outcome.Done done -> Next.to("/calendar").saying(said(done.preview()));
            case SessionChanges.Outcome.Refused(var against) ->
                Next.to("/calendar").refusing(String.join(" ", against));
        };
    }

    private static String said(SessionChanges.Preview preview) {
        return Stream.concat(
                        Stream.of("Taken back.", preview.says()),
                        preview.toConfirm().stream().limit(MOST_SAID))
                .collect(joining(" "));
    }

    private SessionChanges.Outcome takenBack(UUID act, SignedIn who) {
        if (times.knows(act)) {
            return times.takeBack(act, who.actor());
        }
        if (changes.knows(act)) {
            return changes.takeBack(act, who.actor());
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Whoever was chosen to stand in, one or nobody; refuses in the form who may not. */
    private List<Substitutes.Candidate> standIn(Session session, What what, Filled form) {
        return switch (what) {
            case SUBSTITUTE -> offered("leader", pages.substitutes(session), form);
            case CO_LEADER ->
                SessionChangePages.Instead.isSomebody(form.value("instead"))
                        ? offered("instead", pages.coSubstitutes(session), form)
                        : List.of();
            case MOVE, SKIP, CANCEL, RESTORE, ONLINE, MAKE_UP -> List.of();
        };
    }

    private static List<Substitutes.Candidate> offered(String field, List<Substitutes.Candidate> offered, Filled form) {
        var chosen = offered.stream()
                .filter(one -> one.practitioner().toString().equals(form.value(field)))
                .toList();
        if (chosen.isEmpty() && form.has(field)) {
            form.refuse(field, "Choose from the list: who was free may be taken by now.");
        }
        return chosen;
    }

    private static ModelAndView asked(
            Session session, SessionChanges.Preview preview, List<String> toConfirm, Map<String, String> typed) {
        var path = "/sessions/" + session.id() + "/change";
        return new ModelAndView(
                Asked.VIEW,
                "page",
                new Asked(
                        "Change this session?",
                        preview.says(),
                        Stream.concat(toConfirm.stream(), preview.shown().stream())
                                .toList(),
                        preview.against(),
                        path,
                        path,
                        Asked.carried(typed)));
    }

    private ModelAndView wrong(Session session, Filled form) {
        var view = new ModelAndView(VIEW, "page", pages.page(session, form));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Optional<Edit> edit(Session session, What what, Filled form, String why) {
        var zone = practices.current().zone();
        if (what == What.MAKE_UP) {
            return move(form).map(when -> Edit.makeUp(session, sessions.newId(), when, zone));
        }
        Optional<? extends Change> change = switch (what) {
            case MOVE, MAKE_UP -> move(form);
            case SKIP -> Optional.of(new Change.Skip());
            case CANCEL -> Optional.of(new Change.Cancel());
            case RESTORE -> Optional.of(new Change.Restore());
            case SUBSTITUTE ->
                form.read("leader", "Choose who leads it.", PractitionerId::of).map(Change.Substitute::new);
            case CO_LEADER -> coLeader(session, form);
            case ONLINE ->
                form.read("link", "Write the address of the video room, beginning with https://.", Fields::link)
                        .map(Change.Online::new);
        };
        return change.map(one -> Edit.of(session, one, why, zone));
    }

    /** Somebody else co-leads in the place of one, or nobody, or the one themselves after all. */
    private Optional<Change> coLeader(Session session, Filled form) {
        var offered = pages.coLeaders(session);
        var away = form.read("away", "Choose which co-leader.", PractitionerId::of);
        var chosen = form.read("instead", "Choose who is there instead.", SessionChangePages.Instead::of);
        away.filter(one -> offered.stream().noneMatch(choice -> choice.value().equals(one.toString())))
                .ifPresent(_ -> form.refuse("away", "Choose from the list."));
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new Change.CoLeader(
                        away.orElseThrow(), chosen.orElseThrow().insteadOf(away.get())));
    }

    private Optional<Change.Move> move(Filled form) {
        var day = form.day("day", "Choose the day on which it is held.");
        var start = form.read("start", "Write when it begins, as in 18:30.", LocalTime::parse);
        var minutes = form.read("minutes", "Write how long it lasts, from 15 to 600 minutes.", Filled.whole(15, 600));
        var room = Fields.room(form, rooms);
        return form.isWrong() || day.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change.Move(
                        day.get(), start.orElseThrow(), Duration.ofMinutes(minutes.orElseThrow()), room.orElse(null)));
    }
}
