package org.circlekeeper.calls;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whom the practice in scope is to call, and the one log of what was said with anybody. */
@Component
public class Calls {

    /** A list that a person works through by hand is never longer. */
    private static final int MOST_OPEN = 500;

    private final CallStore store;
    private final ContactStore contacts;
    private final Practices practices;
    private final PracticeRules rules;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calls(
            CallStore store,
            ContactStore contacts,
            Practices practices,
            PracticeRules rules,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.practices = practices;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** When an entry was last tried, and how often in vain since it was last reached. */
    public record Tried(Instant last, int inVain) {}

    /**
     * Puts somebody on the list. The same person for the same reason stands there once.
     *
     * @param why what to say or ask, in a sentence that may be read while the phone rings
     * @param href the page it is about
     */
    public CallId ask(Whom whom, String why, String href, LocalDate due, Actor actor) {
        var same = store.same(whom, why);
        if (same.isPresent()) {
            return same.get().id();
        }
        var id = new CallId(NewId.at(clock.instant()));
        store.add(new Call(id, whom, why, href, due, actor.label()), clock.instant());
        return id;
    }

    /** What became of a call that somebody put on the list. */
    public enum Put {
        NEW,
        /** It stood there for a later day, and is due on the new one now. */
        SOONER,
        /** It stands there for that day or an earlier one. */
        STANDS
    }

    /** Somebody puts a patient on the list themselves; the same words for an earlier day make the call due then. */
    public Put askByHand(Whom whom, String why, LocalDate due, Actor actor) {
        var same = store.same(whom, why);
        if (same.filter(call -> !call.due().isAfter(due)).isPresent()) {
            return Put.STANDS;
        }
        same.ifPresent(call -> store.put(call.id(), due));
        var id = same.map(Call::id).orElseGet(() -> ask(whom, why, hrefOf(whom), due, actor));
        var patient = whom.patient();
        audit.did(
                actor,
                same.isPresent() ? "moved a call to an earlier day" : "put a call on the list",
                "call " + id,
                patient == null ? List.of() : List.of(patient.value()),
                "due " + due);
        return same.isPresent() ? Put.SOONER : Put.NEW;
    }

    /** The day by which somebody who turned up today is called back. */
    public LocalDate nextWorkingDay() {
        return WorkingDays.after(practices.today(), rules.holidays().keySet());
    }

    /** Takes a call off the list: it was made, or is not needed any more. */
    public void settle(CallId id, String how, Actor actor) {
        if (store.settle(id, how, actor.label(), clock.instant())) {
            audit.did(actor, "settled a call", "call " + id, how);
        }
    }

    /** Takes everything about an entry off the list. */
    public void settleAll(UUID entry, String how, Actor actor) {
        store.settleAll(entry, how, actor.label(), clock.instant());
    }

    /**
     * Writes down what was said. A call that reached nobody comes again on the next working day; one with a next day
     * comes on that day; any other is done.
     */
    public void log(Whom whom, @Nullable CallId call, Contact contact, Actor actor) {
        var id = NewId.at(clock.instant());
        contacts.add(id, whom, contact);
        var patient = whom.patient();
        audit.did(
                actor,
                "wrote down a contact",
                patient == null ? "entry " + whom.entry() : "patient " + patient,
                patient == null ? List.of() : List.of(patient.value()),
                contact.channel().onScreen() + ", " + contact.outcome().onScreen());
        comesAgain(whom, call, contact, actor);
        var entry = whom.entry();
        if (entry != null && contact.outcome().reached()) {
            events.publishEvent(new Contacted(entry));
        }
    }

    private void comesAgain(Whom whom, @Nullable CallId call, Contact contact, Actor actor) {
        var nextDay = contact.nextDay();
        if (call == null) {
            if (nextDay != null) {
                var why = contact.nextStep().isBlank() ? "Call again." : contact.nextStep();
                ask(whom, why, hrefOf(whom), nextDay, actor);
            }
        } else if (nextDay != null) {
            store.put(call, nextDay);
        } else if (contact.outcome().reached()) {
            settle(call, "spoke with them", actor);
        } else {
            store.put(call, nextWorkingDay());
        }
    }

    /** Everything to call about, the most due first, at most 500. */
    public List<Call> open() {
        return store.open(MOST_OPEN);
    }

    /** Those to one patient, the most due first, at most 500. */
    public List<Call> openTo(PatientId patient) {
        return store.open(patient, MOST_OPEN);
    }

    public Optional<Call> find(CallId id) {
        return store.find(id);
    }

    /** The log of a patient, newest first, at most 200 lines. */
    public List<Contact> of(PatientId patient) {
        return contacts.of(patient);
    }

    /** The log about an entry of the waitlist. */
    public List<Contact> of(UUID entry) {
        return contacts.of(entry);
    }

    /** For each entry that was ever tried. */
    public Map<UUID, Tried> tried() {
        return contacts.tried();
    }

    /** Who asked for a seat has become a patient: what was said is in their log from now on. */
    public void isPatient(UUID entry, PatientId patient) {
        store.isPatient(entry, patient);
        contacts.isPatient(entry, patient);
    }

    int overdue(LocalDate today) {
        return store.overdue(today);
    }

    private static String hrefOf(Whom whom) {
        return whom.entry() == null ? "/patients/" + whom.patient() : "/waitlist/" + whom.entry();
    }
}
