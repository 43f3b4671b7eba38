package org.circlekeeper.demo;

import java.time.LocalDateTime;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Reach.Means;
import org.circlekeeper.patients.Reaches;
import org.springframework.stereotype.Component;

/** Those of the larger house who were written to: one hears of it by e-mail, one reads it here alone. */
@Component
class WhoIsWrittenTo {

    private final Messages messages;
    private final Patients patients;
    private final Reaches reaches;
    private final MovableClock clock;

    WhoIsWrittenTo(Messages messages, Patients patients, Reaches reaches, MovableClock clock) {
        this.messages = messages;
        this.patients = patients;
        this.reaches = reaches;
        this.clock = clock;
    }

    void write(House house) {
        var office = house.as("Ines");
        var ana = called("Ana Ruiz");
        var sam = called("Sam Okafor");
        at(20, 9);
        reaches.askConfidential(ana, Means.EMAIL, "ana@ruiz.example", office);
        reaches.sayAboutEmail(ana, true, office);
        write(ana, "On Monday the door to the yard is locked: please ring at the front.", office);
        at(20, 10);
        write(sam, "Your parking card lies at the front desk until Friday.", office);
        write(sam, "The desk closes at five on Wednesday.", office);
        at(20, 11);
    }

    private void write(PatientId to, String text, Actor office) {
        messages.queue(patients.recipient(to).orElseThrow(), Topic.LOGISTICS, text, office);
    }

    private PatientId called(String name) {
        return patients.search(name).getFirst().id();
    }

    private void at(int dayOfNovember, int hour) {
        clock.moveTo(LocalDateTime.of(2026, 11, dayOfNovember, hour, 0)
                .atZone(MovingIn.ZONE)
                .toInstant());
    }
}
