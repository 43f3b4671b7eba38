package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.springframework.stereotype.Component;

/**
 * Changes of sessions that are to come: shown before they are made, refused with a sentence, taken back in one step.
 */
@Component
public class SessionChanges {

    private final SessionStore store;
    private final SessionMoveStore moves;
    private final SessionLedger ledger;
    private final BookingStore bookings;
    private final ClashWords clashes;
    private final ChangeWords words;
    private final Groups groups;
    private final Practices practices;
    private final List<ChangeCheck> checks;
    private final Clock clock;

    SessionChanges(
            SessionStore store,
            SessionMoveStore moves,
            SessionLedger ledger,
            BookingStore bookings,
            ClashWords clashes,
            ChangeWords words,
            Groups groups,
            Practices practices,
            List<ChangeCheck> checks,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.ledger = ledger;
        this.bookings = bookings;
        this.clashes = clashes;
        this.words = words;
        this.groups = groups;
        this.practices = practices;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * What a change would do.
     *
     * @param lines what becomes of each session
     * @param against why it cannot be done, each with its remedy; empty when it can
     */
    public record Preview(int sessions, int people, List<String> lines, List<String> against) {

        /** {@code Changes 9 sessions, tells 8 people.} */
        public String says() {
            return "Changes " + Words.count(sessions, "session", "sessions") + ", tells "
                    + Words.count(people, "person", "people") + ".";
        }
    }

    /** What became of an attempt. */
    public sealed interface Outcome {
        /** Done as one act, by whose id it is taken back. */
        record Done(UUID act, Preview preview) implements Outcome {}

        /** Nothing was done. */
        record Refused(List<String> against) implements Outcome {}
    }

    /** What was done to a session, by whom and when, the latest first. */
    public record Past(String says, String by, Instant at) {}

    /** What these changes make of these sessions; one that is not there is left out. */
    public List<Edit> edits(Map<SessionId, Change> changes, String why) {
        var zone = practices.current().zone();
        return store.byId(changes.keySet()).values().stream()
                .flatMap(
                        session -> Optional.ofNullable(changes.get(session.id()))
                                .map(change -> Edit.of(session, change, why, zone))
                                .stream())
                .toList();
    }

    public Preview preview(Collection<Edit> edits) {
        var names = words.names();
        var people = new HashSet<>();
        ledger.concerned(edits).values().forEach(people::addAll);
        return new Preview(
                edits.size(), people.size(), edits.stream().map(names::sentence).toList(), against(edits, names));
    }

    /** Makes them, all or none. */
    public Outcome make(Collection<Edit> edits, String why, Actor actor) {
        bookings.lock();
        var preview = preview(edits);
        if (!preview.against().isEmpty() || edits.isEmpty()) {
            return new Outcome.Refused(preview.against());
        }
        var act = ledger.write(edits, why, actor);
        ledger.tell(edits, false, actor);
        return new Outcome.Done(act, preview);
    }

    /** Whether anything was done here under this id. */
    public boolean knows(UUID act) {
        return !moves.of(act).isEmpty();
    }

    /** Takes an act back, while none of its sessions has begun and none was changed since. */
    public Outcome takeBack(UUID act, Actor actor) {
        var before = moves.of(act);
        var now =
                store.byId(before.stream().map(SessionMoveStore.Before::session).toList());
        var changed = before.stream()
                .anyMatch(
                        one -> !moves.latest(one.session()).filter(act::equals).isPresent());
        if (before.isEmpty() || changed) {
            return new Outcome.Refused(List.of("Somebody has changed this since. Change each session by itself."));
        }
        var edits = new ArrayList<Edit>();
        for (var one : before) {
            var session = now.get(one.session());
            if (session != null) {
                var was = one.was();
                edits.add(new Edit(
                        session,
                        was == null ? session.standing(Session.Status.CANCELLED, "taken back") : was.in(session)));
            }
        }
        return takeBack(edits, actor);
    }

    private Outcome takeBack(List<Edit> edits, Actor actor) {
        var preview = preview(edits);
        var against = preview.against();
        if (!against.isEmpty()) {
            return new Outcome.Refused(against);
        }
        var act = ledger.write(edits, "taken back", actor);
        ledger.tell(edits, true, actor);
        return new Outcome.Done(act, preview);
    }

    /** What was done to a session, the latest first. */
    public List<Past> past(SessionId session) {
        return moves.of(session).stream()
                .map(move -> new Past(move.what(), move.by(), move.at()))
                .toList();
    }

    private List<String> against(Collection<Edit> edits, ChangeWords.Names names) {
        var asked = new Objections.Asked(
                edits,
                groups.all().stream().collect(toMap(Group::id, group -> group)),
                kept(edits.stream().map(edit -> edit.after().id()).toList()),
                clock.instant());
        var against = new ArrayList<>(Objections.against(asked, names));
        against.addAll(overtaken(edits, names));
        var after = ledger.held(edits.stream().map(Edit::after).toList());
        var own = edits.stream().map(edit -> edit.after().id().value()).toList();
        clashes.against(after, own).ifPresent(against::add);
        clashes.among(after).ifPresent(against::add);
        return against;
    }

    /** What somebody else has changed while the person looked at it. */
    private List<String> overtaken(Collection<Edit> edits, ChangeWords.Names names) {
        var now = store.byId(edits.stream().map(edit -> edit.after().id()).toList());
        return edits.stream()
                .map(Edit::before)
                .filter(before -> before != null && !before.equals(now.get(before.id())))
                .map(before -> names.session(before) + " was changed meanwhile. Look at it again.")
                .toList();
    }

    /** What the features above say against changing these. */
    Map<SessionId, String> kept(Collection<SessionId> sessions) {
        var kept = new HashMap<SessionId, String>();
        checks.forEach(check -> check.against(sessions).forEach(kept::putIfAbsent));
        return kept;
    }
}
