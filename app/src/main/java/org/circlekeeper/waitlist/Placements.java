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

    /** Says who an entry is among the patients. */
    public void isPatient(Entry entry, PatientId patient, Actor actor) {
        entries.isPatient(entry.id(), patient);
        calls.isPatient(entry.id().value(), patient);
        appointments.concerns(entry.id().value(), patient);
        audit.did(actor, "linked an entry", "entry " + entry.id(), List.of(patient.value()), "the same person");
    }

    /** Makes a record of somebody who asked, from what they said. */
    public PatientId becomesPatient(Entry entry, LocalDate born, Actor actor) {
        var who = entry.who();
        var id = patients.newId();
        var last = who.lastName().isBlank() ? who.firstName() : who.lastName();
        var first = who.lastName().isBlank() ? "" : who.firstName();
        patients.add(
                List.of(new Patient(
                        id, null, new PersonName(first, last), born, "U", who.email(), phone(who), null, true)),
                actor,
                "from the waitlist");
        entries.change(entry.id(), entry.wanted(), who.bornOn(born));
        isPatient(entry, id, actor);
        return id;
    }

    /** Somebody, the seat that is kept for them, and what is asked before it becomes theirs. */
    private record Sitting(Entry entry, Offer offer, Admission asked) {}

    /**
     * Makes the kept seat theirs, and those of whoever comes with them: all of them or none.
     *
     * @param despite the reason of whoever lets them in past what holds; empty when nobody does
     */
    public Placed seat(EntryId id, String despite, Actor actor) {
        var kin = families.lock(id);
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
