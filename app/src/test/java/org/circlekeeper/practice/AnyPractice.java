package org.circlekeeper.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.Phone;
import org.circlekeeper.terms.PostalAddress;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.TaxId;
import org.springframework.stereotype.Component;

/** A practice that is fine and empty, new for each test that asks, in Chicago. */
@Component
public class AnyPractice {

    public static final ZoneId ZONE = ZoneId.of("America/Chicago");
    public static final Actor TESTER = new Actor.Operator("tester");

    private final PracticeScope scope;
    private final Practices practices;
    private final Patients patients;
    private final AtomicInteger people = new AtomicInteger();

    AnyPractice(PracticeScope scope, Practices practices, Patients patients) {
        this.scope = scope;
        this.practices = practices;
        this.patients = patients;
    }

    /** A practice with one practitioner. */
    public PracticeId open() {
        var id = new PracticeId(UUID.randomUUID());
        scope.run(id, () -> {
            practices.keep(new Practice(
                    id,
                    "Any Practice",
                    "Any Office",
                    new Npi("1234560013"),
                    new TaxId("987650001"),
                    "261QM0850X",
                    new Phone("2175550142"),
                    new PostalAddress("1 Main St", "Springfield", "IL", "627011234"),
                    ZONE,
                    Practice.Profile.SMALL));
            practices.add(new PersonName("Dana", "Whitfield"), "LCSW", new Npi("1101408916"), "1041C0700X", "");
        });
        return id;
    }

    public PractitionerId leader(PracticeId practice) {
        return scope.in(practice, () -> practices.practitioners().getFirst().id());
    }

    /** An invented person of that practice. */
    public PatientId patient(PracticeId practice) {
        var number = people.incrementAndGet();
        var patient = new Patient(
                new PatientId(NewId.at(Instant.parse("2026-11-23T15:00:00Z"))),
                null,
                new PersonName("Person", "Number" + number),
                LocalDate.of(1980, 1, 1),
                "U",
                "",
                null,
                null,
                true);
        scope.run(practice, () -> patients.add(List.of(patient), TESTER, "test"));
        return patient.id();
    }

    public <T> T in(PracticeId practice, Supplier<T> work) {
        return scope.in(practice, work);
    }

    public void run(PracticeId practice, Runnable work) {
        scope.run(practice, work);
    }
}
