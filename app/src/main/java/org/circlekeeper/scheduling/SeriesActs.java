package org.circlekeeper.scheduling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/**
 * Changes of regular times that were made, and the way back: while no session that they took away or brought has begun,
 * and none was changed since.
 */
@Component
public class SeriesActs {

    private final SeriesChangeStore store;
    private final SeriesStore series;
    private final SessionStore sessions;
    private final BookingStore bookings;
    private final ClashWords clashes;
    private final MemberClashes members;
    private final Against objections;
    private final SessionLedger ledger;
    private final Groups groups;
    private final AuditTrail audit;
    private final Clock clock;

    SeriesActs(
            SeriesChangeStore store,
            SeriesStore series,
            SessionStore sessions,
            BookingStore bookings,
            ClashWords clashes,
            MemberClashes members,
            Against objections,
            SessionLedger ledger,
            Groups groups,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.series = series;
        this.sessions = sessions;
        this.bookings = bookings;
        this.clashes = clashes;
        this.members = members;
        this.objections = objections;
        this.ledger = ledger;
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came and what went with a change, as it stands. */
    private record Both(SeriesChangeStore.Made made, List<Session> gone, List<Session> came) {}

    /** Keeps what a change is about to take away, and gives back the act by which it is taken back. */
    UUID keep(SeriesChanges.Wanted wanted, List<Session> gone, String said, Actor actor) {
        var now = clock.instant();
        var made = new SeriesChangeStore.Made(
                NewId.at(now),
                wanted.group(),
                said,
                wanted.from(),
                wanted.old().orElse(null),
                wanted.fresh().map(Series::id).orElse(null),
                false);
        store.keep(made, gone.stream().map(Session::id).toList(), actor.label(), now);
        return made.act();
    }

    /** Whether a regular time was changed here under this id. */
    public boolean knows(UUID act) {
        return store.find(act).isPresent();
    }

    /** Takes a change back, or says why that cannot be done any more. */
    public SessionChanges.Outcome takeBack(UUID act, Actor actor) {
        objections.hold();
        bookings.lock();
        var made = store.find(act).orElseThrow();
        var fresh = made.fresh();
        var both = new Both(made, store.gone(act), fresh == null ? List.of() : sessions.of(fresh, LocalDate.EPOCH));
        var held = held(both);
        var against = against(both, held);
        if (!against.isEmpty()) {
            return new SessionChanges.Outcome.Refused(against);
        }
        var people = people(both);
        var toConfirm = toConfirm(both);
        if (fresh != null) {
            sessions.unplan(fresh);
            series.remove(List.of(fresh));
        }
        store.putBack(act, actor.label(), clock.instant());
        bookings.book(held);
        groups.find(made.group()).ifPresent(group -> ledger.lead(group.id(), group.leader(), actor));
        audit.did(actor, "took back a change of a regular time", "group " + made.group(), made.said());
        var sentence = sentence(made);
        ledger.takenBack(made.group(), people, made.said(), sentence, actor);
        var count = Math.max(planned(both.gone()), planned(both.came()));
        return new SessionChanges.Outcome.Done(
                act, new SessionChanges.Preview(count, 0, people.size(), List.of(sentence), toConfirm, List.of()));
    }

    private static int planned(List<Session> some) {
        return (int) some.stream()
                .filter(session -> session.status() == Session.Status.PLANNED)
                .count();
    }

    private List<String> against(Both both, List<Booking> held) {
        var against = new ArrayList<String>();
        if (both.made().takenBack()) {
            return List.of("This was taken back already.");
        }
        var now = clock.instant();
        boolean begun = both.came().stream().anyMatch(session -> session.hasBegun(now))
                || both.gone().stream().anyMatch(session -> session.hasBegun(now));
        if (begun) {
            against.add("The first of these sessions has begun by now. Change the regular time from a later day on.");
        }
        if (wasChanged(both)) {
            against.add("Somebody has changed these sessions or their time since. "
                    + "Change the regular time from a later day on, or each session by itself.");
        }
        clashes.against(held, both.came().stream().map(one -> one.id().value()).toList())
                .ifPresent(against::add);
        return against;
    }

    /**
     * The groups that expect members at the times that come back: that is known, and takes nothing from the way back.
     */
    private List<String> toConfirm(Both both) {
        var back = both.gone().stream()
                .filter(session -> session.status() == Session.Status.PLANNED)
                .toList();
        return members.toConfirm(back, both.came());
    }

    private boolean wasChanged(Both both) {
        var came = both.came().stream().map(Session::id).toList();
        return both.came().stream().anyMatch(session -> session.arranged().byHand())
                || !objections.kept(came).isEmpty()
                || !standsAsMade(both.made());
    }

    /** Whether both series end where the change left them. */
    private boolean standsAsMade(SeriesChangeStore.Made made) {
        var fresh = made.fresh();
        var old = made.old();
        boolean freshGoesOn = fresh == null
                || series.find(fresh).filter(one -> one.days().last() == null).isPresent();
        var ended = Optional.ofNullable(old).flatMap(series::find).map(Series::days);
        return freshGoesOn
                && ended.filter(days -> !Objects.equals(
                                days.last(), later(days.first(), made.from().minusDays(1))))
                        .isEmpty();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Booking> held(Both both) {
        Map<SessionId, List<PractitionerId>> others = store.beside(both.made().act()).stream()
                .collect(groupingBy(BesideStore.Beside::session, mapping(BesideStore.Beside::practitioner, toList())));
        return both.gone().stream()
                .flatMap(session -> SessionLedger.held(session, others.getOrDefault(session.id(), List.of())).stream())
                .toList();
    }

    private Set<PatientId> people(Both both) {
        var some = both.gone().isEmpty() ? both.came() : both.gone();
        return new HashSet<>(
                sessions.seated(some).stream().map(SessionStore.Seated::patient).collect(toSet()));
    }

    private String sentence(SeriesChangeStore.Made made) {
        var name = groups.find(made.group()).map(Group::name).orElse("The group");
        return name + ": a change of the regular time from " + Words.day(made.from())
                + " on is taken back. It stays as it was.";
    }
}
