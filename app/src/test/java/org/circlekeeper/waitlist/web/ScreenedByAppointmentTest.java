package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Appointment;
import org.circlekeeper.scheduling.AppointmentChange;
import org.circlekeeper.scheduling.AppointmentId;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.scheduling.Edits;
import org.circlekeeper.scheduling.SessionChanges;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.circlekeeper.waitlist.Waitlist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The screening of somebody who waits is where the calendar has it: booked, moved, off, and shown on both pages. */
@PracticeTest
class ScreenedByAppointmentTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Autowired
    AtTheWaitlist at;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Groups groups;

    @Autowired
    Waitlist waitlist;

    @Autowired
    Appointments appointments;

    @Autowired
    SessionChanges changes;

    @Autowired
    MovableClock clock;

    private Instant began;
    private AtTheWaitlist.Scene scene;
    private WaitingPractice.Made made;
    private EntryId kim;
    private PractitionerId dana;
    private String href;

    @BeforeEach
    void somebody_asks() {
        began = clock.instant();
        clock.moveTo(MONDAY);
        scene = at.scene();
        made = scene.made();
        kim = waiting.asks(made, "Kim", 1);
        href = "/waitlist/" + kim;
        dana = any.in(made.practice(), () -> groups.find(made.group()))
                .orElseThrow()
                .leader();
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void what_the_office_books_is_on_the_page_of_the_entry_and_whoever_screens_sees_who_comes() {
        assertThat(scene.office().page(href)).contains("No time is set.");
        assertThat(scene.office().page("/calendar/appointments/new?entry=" + kim))
                .contains("For <strong>Kim Waits1</strong>");

        var path = Objects.requireNonNull(post(kim.toString()).getResponse().getHeader("Location"));

        assertThat(entry().status()).isEqualTo(WaitStatus.SCREEN_SCHEDULED);
        assertThat(entry().screenAt()).isEqualTo(at("10:00"));
        assertThat(scene.office().page(href))
                .contains("Set for Tue 1 Dec 2026, 10:00.")
                .contains("href=\"" + path + "\">Screening, Tue 1 Dec 2026, 10:00</a>")
                .contains("with Dana Whitfield, LCSW: planned");
        assertThat(scene.leader().page(path)).contains("href=\"" + href + "\">Kim Waits1</a>");
    }

    @Test
    void nobody_is_booked_for_an_entry_that_is_not_there() {
        assertThat(post(UUID.randomUUID().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("Begin from the waitlist again.");
    }

    @Test
    void whoever_screens_for_another_kind_of_group_reads_the_name_and_is_let_on_no_further() {
        var booked = booked(Appointment.Kind.SCREENING, "10:00");
        var marcus = new AppointmentChange.HandTo(scene.marcus());
        assertThat(change(booked, marcus)).isInstanceOf(SessionChanges.Outcome.Done.class);

        assertThat(scene.other().page("/calendar/appointments/" + booked))
                .contains("Kim Waits1")
                .doesNotContain(href);
    }

    @Test
    void a_screening_that_moves_takes_the_time_of_the_entry_along_and_so_does_taking_that_back() {
        var booked = booked(Appointment.Kind.SCREENING, "10:00");
        var later = new AppointmentChange.Move(DAY, LocalTime.of(15, 0), Duration.ofMinutes(45), null, dana);

        var done = (SessionChanges.Outcome.Done) change(booked, later);
        assertThat(entry().screenAt()).isEqualTo(at("15:00"));

        any.run(made.practice(), () -> changes.takeBack(done.act(), TESTER));
        assertThat(entry().screenAt()).isEqualTo(at("10:00"));
    }

    @Test
    void a_screening_that_is_off_leaves_them_to_be_spoken_with_until_it_takes_place_after_all() {
        var booked = booked(Appointment.Kind.SCREENING, "10:00");

        any.run(made.practice(), () -> appointments.cancel(booked, "they called", TESTER));
        assertThat(entry().status()).isEqualTo(WaitStatus.CONTACTED);
        assertThat(entry().screenAt()).isNull();
        assertThat(scene.office().page(href)).contains("No time is set.", "the screening does not take place");

        change(booked, new AppointmentChange.Restore());
        assertThat(entry().status()).isEqualTo(WaitStatus.SCREEN_SCHEDULED);
        assertThat(entry().screenAt()).isEqualTo(at("10:00"));
    }

    @Test
    void of_two_the_one_that_still_stands_is_the_screening() {
        booked(Appointment.Kind.INTAKE, "14:00");
        var first = booked(Appointment.Kind.SCREENING, "10:00");

        any.run(made.practice(), () -> appointments.cancel(first, "they called", TESTER));

        assertThat(entry().status()).isEqualTo(WaitStatus.SCREEN_SCHEDULED);
        assertThat(entry().screenAt()).isEqualTo(at("14:00"));
    }

    @Test
    void whoever_did_not_come_is_not_taken_for_screened_unless_that_was_wrong() {
        var booked = booked(Appointment.Kind.SCREENING, "10:00");
        clock.moveTo(at("11:00"));

        any.run(made.practice(), () -> appointments.become(booked, Appointment.Status.MISSED, "waited", TESTER));
        assertThat(entry().status()).isEqualTo(WaitStatus.CONTACTED);

        any.run(made.practice(), () -> appointments.become(booked, Appointment.Status.KEPT, "came late", TESTER));
        assertThat(entry().status()).isEqualTo(WaitStatus.SCREEN_SCHEDULED);
        assertThat(entry().screenAt()).isEqualTo(at("10:00"));
    }

    @Test
    void a_single_hour_is_no_screening_and_whoever_fits_already_stays_ready() {
        booked(Appointment.Kind.INDIVIDUAL, "10:00");
        assertThat(entry().status()).isEqualTo(WaitStatus.INQUIRY);

        kim = waiting.waits(made, "Lena", 2);
        var booked = booked(Appointment.Kind.SCREENING, "12:00");
        any.run(made.practice(), () -> appointments.cancel(booked, "they called", TESTER));
        assertThat(entry().status()).isEqualTo(WaitStatus.WAITING);
    }

    @Test
    void whoever_is_a_patient_already_has_the_appointment_as_one() {
        var patient = any.patient(made.practice());
        assertThat(scene.office().post(href + "/patient", "patient", patient.toString()))
                .hasStatus(303);

        var booked = booked(Appointment.Kind.SCREENING, "10:00");

        assertThat(any.in(made.practice(), () -> appointments.find(booked))
                        .orElseThrow()
                        .patient())
                .isEqualTo(patient);
    }

    private Entry entry() {
        return any.in(made.practice(), () -> waitlist.find(kim)).orElseThrow();
    }

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(AnyPractice.ZONE).toInstant();
    }

    private AppointmentId booked(Appointment.Kind kind, String start) {
        var wanted = new Appointments.Wanted(
                kind,
                null,
                null,
                kim.value(),
                "",
                DAY,
                LocalTime.parse(start),
                Duration.ofMinutes(45),
                dana,
                null,
                "",
                "11");
        var booked = any.in(made.practice(), () -> appointments.book(wanted, TESTER));
        return ((Appointments.Booked.Done) booked).appointment();
    }

    private SessionChanges.Outcome change(AppointmentId id, AppointmentChange change) {
        return any.in(
                made.practice(),
                () -> changes.make(
                        new Edits(List.of(), changes.alone(Map.of(id, change), "asked for")), "asked for", TESTER));
    }

    private MvcTestResult post(String entry) {
        return scene.office()
                .post(
                        "/calendar/appointments",
                        "kind",
                        "SCREENING",
                        "entry",
                        entry,
                        "day",
                        "2026-12-01",
                        "start",
                        "10:00",
                        "minutes",
                        "45",
                        "leader",
                        dana.toString(),
                        "place",
                        "11");
    }
}
