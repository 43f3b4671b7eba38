package org.circlekeeper.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.attendance.web.Circle;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentId;
import org.circlekeeper.scheduling.Appointments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Intake interviews and single hours: booked on the page with the code they would be billed as, and read back. */
@PracticeTest
class CodesOfAppointmentsTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    PracticeScope scope;

    @Autowired
    Appointments appointments;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient db;

    private Circle.Made made;
    private Visitor office;

    @BeforeEach
    void a_practice() {
        made = circle.made();
        office = new Visitor(browser, made.tokens().get(Role.COORDINATOR));
    }

    @Test
    void an_intake_interview_is_a_90791_unless_somebody_says_otherwise() {
        assertThat(office.page("/calendar/appointments/new")).contains("Intake interview (90791)");

        var intake = booked("INTAKE", "", "10:00");
        assertThat(intake.kind()).isEqualTo(Appointment.Kind.INTAKE);
        assertThat(intake.code()).isEqualTo("90791");
        assertThat(office.page(intake.href()))
                .contains("Intake interview", "<dd>90791</dd>", "Ana Ruiz", "Not by this program");

        assertThat(booked("INTAKE", "90792", "12:00").code()).isEqualTo("90792");
    }

    @Test
    void a_single_hour_carries_the_code_that_was_chosen_and_a_screening_none() {
        assertThat(booked("INDIVIDUAL", "", "10:00").code()).isEqualTo("90834");
        var whole = booked("INDIVIDUAL", "90837", "12:00");
        assertThat(whole.code()).isEqualTo("90837");
        assertThat(office.page(whole.href())).contains("<dd>90837</dd>");
        var screening = booked("SCREENING", "", "14:00");
        assertThat(screening.code()).isEmpty();
        assertThat(office.page(screening.href())).doesNotContain("<dt>Code</dt>");
    }

    @Test
    void an_hour_that_took_place_is_on_the_page_of_the_member_and_said_not_to_be_billed_by_this_program() {
        var hour = booked("INDIVIDUAL", "", "10:00");
        var screening = booked("SCREENING", "", "12:00");
        var ana = "/patients/" + made.members().getFirst();
        assertThat(office.page(ana)).contains("Appointments of their own", "Individual session (90834)");
        var unbilled = "/unbilled?from=2026-12-01&to=2026-12-01";
        assertThat(office.page(unbilled)).doesNotContain("not billed by this program");

        tookPlace(hour);
        tookPlace(screening);
        assertThat(office.page(unbilled))
                .contains("0 not billed")
                .contains("1 single appointment · not billed by this program")
                .contains("Ana Ruiz", "90834", hour.href())
                .doesNotContain(screening.href());
    }

    @Test
    void whoever_leads_reads_on_the_page_of_a_member_of_the_hours_that_they_hold_alone() {
        booked("INDIVIDUAL", "", "10:00");
        var ana = "/patients/" + made.members().getFirst();

        assertThat(new Visitor(browser, made.tokens().get(Role.THERAPIST)).page(ana))
                .contains("Individual session (90834)");
        scope.run(
                made.practice(),
                () -> db.sql("update scheduling.appointment set leader_id = :other")
                        .param("other", made.other().value())
                        .update());
        assertThat(new Visitor(browser, made.tokens().get(Role.THERAPIST)).page(ana))
                .doesNotContain("Individual session");
    }

    @Test
    void of_an_hour_that_is_still_to_come_nobody_says_that_it_took_place() {
        var coming = booked("INDIVIDUAL", "", "10:00");

        assertThat(office.page(coming.href()))
                .contains("value=\"CANCELLED\"")
                .doesNotContain("value=\"KEPT\"", "value=\"MISSED\"");
        assertThat(office.post(coming.href(), "status", "KEPT", "why", "a slip"))
                .hasStatus(422)
                .bodyText()
                .contains("It is still to come. Say so once it has begun, or that it is cancelled.");
    }

    @Test
    void what_is_no_code_is_refused_and_nothing_typed_is_lost() {
        var refused = book("INDIVIDUAL", "hour", "10:00");
        assertThat(refused).hasStatus(422);
        assertThat(refused)
                .bodyText()
                .contains("Write the CPT or HCPCS code, as in 90834.", "value=\"hour\"", "value=\"10:00\"");
    }

    private void tookPlace(Appointment one) {
        var began = clock.instant();
        clock.moveTo(one.endsAt());
        try {
            scope.run(
                    made.practice(),
                    () -> assertThat(appointments.become(
                                    one.id(), Appointment.Status.KEPT, "was there", AnyPractice.TESTER))
                            .isTrue());
        } finally {
            clock.moveTo(began);
        }
    }

    private Appointment booked(String kind, String code, String start) {
        var answer = book(kind, code, start);
        assertThat(answer).hasStatus(303);
        var path = Objects.requireNonNull(answer.getResponse().getHeader("Location"));
        var id = AppointmentId.of(path.substring(path.lastIndexOf('/') + 1));
        return scope.in(made.practice(), () -> appointments.find(id).orElseThrow());
    }

    private MvcTestResult book(String kind, String code, String start) {
        return office.post(
                "/calendar/appointments",
                "kind",
                kind,
                "code",
                code,
                "patient",
                made.members().getFirst().toString(),
                "day",
                "2026-12-01",
                "start",
                start,
                "minutes",
                "50",
                "leader",
                made.leader().toString(),
                "place",
                "11");
    }
}
