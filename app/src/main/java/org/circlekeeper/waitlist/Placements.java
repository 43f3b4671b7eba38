package org.circlekeeper.waitlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.KeptSeats;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a patient of somebody who waited, and the seat that was kept for them their own. */
@Component
public class Placements {

    private final EntryStore entries;
    private final Families families;
    private final OfferStore offers;
    private final KeptSeats seats;
    private final Patients patients;
    private final Calls calls;
    private final Appointments appointments;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Placements(
            EntryStore entries,
            Families families,
            OfferStore offers,
            KeptSeats seats,
            Patients patients,
            Calls calls,
            Appointments appointments,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.families = families;
        this.offers = offers;
        this.seats = seats;
        this.patients = patients;
        this.calls = calls;
        this.appointments = appointments;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an attempt to seat somebody. */
    public sealed interface Placed {
        /** The seat is theirs. */
        record Seated(PatientId patient) implements Placed {}

        /** Something stands against it that nobody let them past; the seat stays kept. */
        record Held(List<Finding> findings) implements Placed {}

        /** Nobody knows yet when they were born: a record needs it. */
        record NeedsBirthDate() implements Placed {}

        /** They have not said yes to a seat, or have it already. */
        record NoSeatKept(WaitStatus status) implements Placed {}
    }

    /** What became of saying that somebody may come. */
    public sealed interface Coming {
        /** They have a record, and do not wait any more. */
        record Known(PatientId patient) implements Coming {}

        /** Nobody knows yet when they were born: a record needs it. */
        record NeedsBirthDate() implements Coming {}

        /** No therapist's word stands, or it is settled already. */
        record NotReady(WaitStatus status) implements Coming {}
    }

    /** Patients who may be the same person: the last name and the birth date are. */
    public List<Patient> whoMayBe(Entry entry) {
        var born = entry.who().birthDate();
        return entry.patient() != null || born == null || entry.who().lastName().isBlank()
                ? List.of()
                : patients.search(entry.who().lastName()).stream()
                        .filter(patient -> patient.birthDate().equals(born))
                        .limit(5)
                        .toList();
    }

    /** Says who an entry is among the patients. False when somebody said that they are another one. */
    public boolean isPatient(Entry entry, PatientId patient, Actor actor) {
        if (!entries.isPatient(entry.id(), patient)) {
            return false;
        }
        calls.isPatient(entry.id().value(), patient);
        appointments.concerns(entry.id().value(), patient);
        audit.did(actor, "linked an entry", "entry " + entry.id(), List.of(patient.value()), "the same person");
        return true;
    }

    /** Makes a record of somebody who asked, from what they said, while their entry is locked. */
    private PatientId becomesPatient(Entry entry, LocalDate born, Actor actor) {
        var who = entry.who();
        var id = patients.newId();
        var last = who.lastName().isBlank() ? who.firstName() : who.lastName();
        var first = who.lastName().isBlank() ? "" : who.firstName();
        patients.add(
                List.of(new Patient(
                        id, null, new PersonName(first, last), born, "U", who.email(), phone(who), null, true)),
                actor,
                "from the waitlist");
        if (!isPatient(entry, id, actor)) {
            throw new IllegalStateException("Entry " + entry.id() + " is a patient already, and was locked");
        }
        return id;
    }

    /** Somebody, the seat that is kept for them, and what is asked before it becomes theirs. */
    private record Sitting(Entry entry, Offer offer, Admission asked) {}

    /** Makes the kept seat theirs, of whom all is known that a record needs. */
    public Placed seat(EntryId id, String despite, Actor actor) {
        return seat(id, null, despite, actor);
    }

    /**
     * Makes the kept seat theirs, and those of whoever comes with them: all of them or none. Whoever is no patient yet
     * becomes one, once, however often this is asked for at the same moment.
     *
     * @param born when they were born, if that is said with it; it is not heard of somebody who is a patient
     * @param despite the reason of whoever lets them in past what holds; empty when nobody does
     */
    public Placed seat(EntryId id, @Nullable LocalDate born, String despite, Actor actor) {
        var kin = bornOn(born, families.lock(id), id);
        var kept = new LinkedHashMap<Entry, Offer>();
        kin.all()
                .forEach(entry -> offers.standing(entry.id())
                        .filter(offer -> offer.status() == Offer.Status.ACCEPTED)
                        .ifPresent(offer -> kept.put(entry, offer)));
        if (!kept.containsKey(kin.head())) {
            return new Placed.NoSeatKept(kin.self(id).status());
        }
        if (kept.keySet().stream().anyMatch(entry -> needsBirthDate(entry))) {
            return new Placed.NeedsBirthDate();
        }
        var sitting = kept.entrySet().stream()
                .map(one -> sitting(one.getKey(), one.getValue(), despite.isBlank() ? null : despite, actor))
                .toList();
        var held = sitting.stream()
                .flatMap(one -> seats.against(one.asked()).stream())
                .toList();
        if (!held.isEmpty()) {
            return new Placed.Held(held);
        }
        sitting.forEach(one -> seat(one, actor));
        kin.all().stream()
                .filter(entry -> !kept.containsKey(entry))
                .forEach(entry -> enrolled(entry, "has the seat together with whom they come with", actor));
        return new Placed.Seated(sitting.getFirst().asked().patient());
    }

    /**
     * Lets somebody come to a group that is open to whoever comes: they are a patient from then on, so that they can be
     * given the chair of a day when they are there. No seat is theirs by that.
     *
     * @param born when they were born, if that is said with it; it is not heard of somebody who is a patient
     * @param where the group and the first day, in words, for the log
     */
    public Coming comes(EntryId id, @Nullable LocalDate born, String where, Actor actor) {
        var entry = bornOn(born, families.lock(id), id).self(id);
        if (entry.status() != WaitStatus.WAITING) {
            return new Coming.NotReady(entry.status());
        }
        if (needsBirthDate(entry)) {
            return new Coming.NeedsBirthDate();
        }
        var patient = patientOf(entry, actor);
        entries.move(id, WaitStatus.WAITING, WaitStatus.COMES, where, actor.label(), clock.instant());
        calls.settleAll(id.value(), "may come", actor);
        audit.did(actor, "let somebody come", "entry " + id, List.of(patient.value()), where);
        return new Coming.Known(patient);
    }

    private Kin bornOn(@Nullable LocalDate born, Kin locked, EntryId id) {
        var self = locked.self(id);
        if (born == null || self.patient() != null || self.status().isClosed()) {
            return locked;
        }
        entries.change(id, self.wanted(), self.who().bornOn(born));
        return families.lock(id);
    }

    private static boolean needsBirthDate(Entry entry) {
        return entry.patient() == null && entry.who().birthDate() == null;
    }

    private Sitting sitting(Entry entry, Offer offer, @Nullable String despite, Actor actor) {
        var today = practices.today();
        var first = offer.firstDay().isBefore(today) ? today : offer.firstDay();
        return new Sitting(
                entry, offer, new Admission(offer.group(), patientOf(entry, actor), DateRange.from(first), despite));
    }

    private PatientId patientOf(Entry entry, Actor actor) {
        var known = entry.patient();
        return known != null
                ? known
                : becomesPatient(entry, Objects.requireNonNull(entry.who().birthDate()), actor);
    }

    private void seat(Sitting one, Actor actor) {
        switch (seats.takeUp(one.offer().id(), one.asked(), actor)) {
            case Rosters.Joined.Seated _ -> {}
            // Somebody gave them a seat by another way: what was kept is free again.
            case Rosters.Joined.AlreadySeated _ -> seats.release(one.offer().id());
            case Rosters.Joined.NotAdmitted _ ->
                throw new IllegalStateException(
                        "Nothing held a moment ago for offer " + one.offer().id());
            case Rosters.Joined.Full _ ->
                throw new IllegalStateException(
                        "The seat of offer " + one.offer().id() + " was kept and is not there");
        }
        offers.become(one.offer().id(), Offer.Status.ACCEPTED, Offer.Status.TAKEN_UP, actor.label(), clock.instant());
        enrolled(one.entry(), "", actor);
    }

    private void enrolled(Entry entry, String why, Actor actor) {
        entries.move(entry.id(), entry.status(), WaitStatus.ENROLLED, why, actor.label(), clock.instant());
        calls.settleAll(entry.id().value(), "has the seat", actor);
    }

    private static @Nullable Phone phone(Inquirer who) {
        try {
            return who.phone().isBlank() ? null : Phone.read(who.phone());
        } catch (IllegalArgumentException notOfThisCountry) {
            return null;
        }
    }
}
