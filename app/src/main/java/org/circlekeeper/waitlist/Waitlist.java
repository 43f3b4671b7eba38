package org.circlekeeper.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.calls.Contacted;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who waits for a seat in the practice in scope. */
@Component
public class Waitlist {

    /** How long the pipeline shows what was placed or closed. */
    private static final Duration SHOWN_CLOSED = Duration.ofDays(30);

    private static final int MOST_SHOWN = 2_000;

    private final EntryStore store;
    private final Families families;
    private final Groups groups;
    private final Calls calls;
    private final AuditTrail audit;
    private final Clock clock;

    Waitlist(EntryStore store, Families families, Groups groups, Calls calls, AuditTrail audit, Clock clock) {
        this.store = store;
        this.families = families;
        this.groups = groups;
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody asks for a seat in a kind of group, in one group of it when they would rather have that. */
    public record Asked(
            UUID type, @Nullable GroupId wanted, @Nullable PatientId patient, Inquirer who, String cameBy) {}

    /** Writes down who asks, with the mark of the kind of group from this first word on, and who is to call back. */
    public EntryId ask(Asked asked, Actor actor) {
        var entry = entry(asked, part2(asked.type()), clock.instant(), WaitStatus.INQUIRY, "", "");
        store.add(entry, null, actor.label());
        calls.ask(entry.whom(), "Asked about a seat: call back.", entry.href(), calls.nextWorkingDay(), actor);
        did(actor, "put somebody on the waitlist", entry, asked.cameBy());
        return entry.id();
    }

    public Optional<Entry> find(EntryId id) {
        return store.find(id);
    }

    /** The entries of a patient, newest first. */
    public List<Entry> of(PatientId patient) {
        return store.of(patient);
    }

    /** All that is not closed and what was lately, the longest wait first; at most 2,000. */
    public List<Entry> pipeline() {
        return store.since(clock.instant().minus(SHOWN_CLOSED), MOST_SHOWN);
    }

    /** Whoever has an open entry for that kind of group and the same number or address. */
    public List<Entry> alike(UUID type, String phone, String email) {
        return store.alike(type, phone, email);
    }

    public List<Move> moves(EntryId id) {
        return store.moves(id);
    }

    public void change(Entry entry, @Nullable GroupId wanted, Inquirer who, Actor actor) {
        store.change(entry.id(), wanted, who);
        did(actor, "changed an entry of the waitlist", entry, "kept up to date");
    }

    /** Moves an entry by hand. False when it stands elsewhere by now, or may not go there by hand. */
    public boolean move(EntryId id, WaitStatus to, String why, Actor actor) {
        var entry = locked(id);
        if (!entry.status().byHand(entry.fits()).contains(to)) {
            return false;
        }
        boolean moved = store.move(id, entry.status(), to, why, actor.label(), clock.instant());
        if (moved && to.isClosed()) {
            calls.settleAll(id.value(), to.onScreen(), actor);
        }
        did(actor, "moved an entry of the waitlist", entry, to.onScreen());
        return moved;
    }

    /** A person says that it is urgent, and why; an empty reason takes it back. */
    public void markUrgent(EntryId id, String why, Actor actor) {
        store.markUrgent(id, why, why.isEmpty() ? "" : actor.label());
        did(actor, why.isEmpty() ? "took back that it is urgent" : "said that it is urgent", locked(id), "");
    }

    /** Says when somebody is screened. False when they are past that. */
    public boolean screenAt(EntryId id, Instant at, Actor actor) {
        var entry = locked(id);
        boolean moves = entry.status().next().contains(WaitStatus.SCREEN_SCHEDULED);
        if (!moves && entry.status() != WaitStatus.SCREEN_SCHEDULED) {
            return false;
        }
        store.screenAt(id, at);
        if (moves) {
            store.move(id, entry.status(), WaitStatus.SCREEN_SCHEDULED, "", actor.label(), clock.instant());
        }
        did(actor, "set a screening", entry, "");
        return true;
    }

    /**
     * Goes on to another kind of group: a new entry, which keeps how long they have waited, and needs a therapist's
     * word of its own; whoever comes with them goes on too. Empty when the entry cannot go there any more.
     */
    public Optional<EntryId> transfer(EntryId id, UUID type, @Nullable GroupId wanted, String why, Actor actor) {
        var kin = families.lock(id);
        return transfer(kin.self(id), type, wanted, why, actor).map(next -> {
            kin.with().stream()
                    .filter(other -> !other.id().equals(id) && kin.head().id().equals(id))
                    .forEach(other -> transfer(other, type, wanted, why, actor)
                            .ifPresent(there -> families.comesWith(there, next)));
            return next;
        });
    }

    private Optional<EntryId> transfer(Entry entry, UUID type, @Nullable GroupId wanted, String why, Actor actor) {
        var id = entry.id();
        boolean leads = entry.status().next().contains(WaitStatus.TRANSFERRED);
        if (!leads || !store.move(id, entry.status(), WaitStatus.TRANSFERRED, why, actor.label(), clock.instant())) {
            return Optional.empty();
        }
        var asked = new Asked(type, wanted, entry.patient(), entry.who(), "from another kind of group: " + why);
        boolean part2 = entry.part2() || part2(type);
        var next = entry(asked, part2, entry.since(), WaitStatus.CONTACTED, entry.urgent(), entry.urgentBy());
        store.add(next, id, actor.label());
        calls.settleAll(id.value(), "waits for another kind of group", actor);
        did(actor, "passed somebody on to another kind of group", entry, why);
        return Optional.of(next.id());
    }

    /** Whoever was spoken with is no longer new. */
    @EventListener
    void contacted(Contacted contacted) {
        var id = new EntryId(contacted.entry());
        store.lock(List.of(id)).stream()
                .filter(entry -> entry.status() == WaitStatus.INQUIRY)
                .forEach(entry -> store.move(
                        id, WaitStatus.INQUIRY, WaitStatus.CONTACTED, "spoke with them", "", clock.instant()));
    }

    private Entry locked(EntryId id) {
        return store.lock(List.of(id)).getFirst();
    }

    private boolean part2(UUID type) {
        return groups.types().stream()
                .filter(known -> known.id().equals(type))
                .findFirst()
                .orElseThrow()
                .part2();
    }

    private Entry entry(Asked asked, boolean part2, Instant since, WaitStatus status, String urgent, String urgentBy) {
        var now = clock.instant();
        return new Entry(
                new EntryId(NewId.at(now)),
                asked.type(),
                asked.wanted(),
                asked.patient(),
                asked.who(),
                asked.cameBy(),
                part2,
                status,
                since,
                now,
                urgent,
                urgentBy,
                null,
                null,
                null,
                "",
                null);
    }

    private void did(Actor actor, String what, Entry entry, String why) {
        var patient = entry.patient();
        audit.did(actor, what, "entry " + entry.id(), patient == null ? List.of() : List.of(patient.value()), why);
    }
}
