package org.circlekeeper.waitlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
            OfferStore offers,
            KeptSeats seats,
            Patients patients,
            Calls calls,
            Appointments appointments,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
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

    /**
     * Makes the kept seat theirs.
     *
     * @param despite the reason of whoever lets them in past what holds; empty when nobody does
     */
    public Placed seat(EntryId id, String despite, Actor actor) {
        var entry = entries.lock(List.of(id)).getFirst();
        var offer = offers.standing(id).filter(kept -> kept.status() == Offer.Status.ACCEPTED);
        if (offer.isEmpty()) {
            return new Placed.NoSeatKept(entry.status());
        }
        var patient = patientOf(entry, actor);
        return patient == null
                ? new Placed.NeedsBirthDate()
                : seat(entry, offer.get(), patient, despite.isBlank() ? null : despite, actor);
    }

    private @Nullable PatientId patientOf(Entry entry, Actor actor) {
        var born = entry.who().birthDate();
        if (entry.patient() != null || born == null) {
            return entry.patient();
        }
        return becomesPatient(entry, born, actor);
    }

    private Placed seat(Entry entry, Offer offer, PatientId patient, @Nullable String despite, Actor actor) {
        var today = practices.today();
        var first = offer.firstDay().isBefore(today) ? today : offer.firstDay();
        var asked = new Admission(offer.group(), patient, DateRange.from(first), despite);
        return switch (seats.takeUp(offer.id(), asked, actor)) {
            case Rosters.Joined.Seated _ -> seated(entry, offer, patient, actor);
            case Rosters.Joined.AlreadySeated _ -> alreadySeated(entry, offer, patient, actor);
            case Rosters.Joined.NotAdmitted(var findings) -> new Placed.Held(findings);
            case Rosters.Joined.Full _ ->
                throw new IllegalStateException("The seat of offer " + offer.id() + " was kept and is not there");
        };
    }

    /** Somebody gave them a seat by another way: what was kept is free again. */
    private Placed alreadySeated(Entry entry, Offer offer, PatientId patient, Actor actor) {
        seats.release(offer.id());
        return seated(entry, offer, patient, actor);
    }

    private Placed seated(Entry entry, Offer offer, PatientId patient, Actor actor) {
        var now = clock.instant();
        offers.become(offer.id(), Offer.Status.ACCEPTED, Offer.Status.TAKEN_UP, actor.label(), now);
        entries.move(entry.id(), WaitStatus.CLEARING, WaitStatus.ENROLLED, "", actor.label(), now);
        calls.settleAll(entry.id().value(), "has the seat", actor);
        return new Placed.Seated(patient);
    }

    private static @Nullable Phone phone(Inquirer who) {
        try {
            return who.phone().isBlank() ? null : Phone.read(who.phone());
        } catch (IllegalArgumentException notOfThisCountry) {
            return null;
        }
    }
}
