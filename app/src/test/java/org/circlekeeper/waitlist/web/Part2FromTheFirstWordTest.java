package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.intake.Asked;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.patients.Part2Mark;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.Waitlist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody asks a stranger's form about a kind of group under 42 CFR Part 2: whatever is kept of them from that word on
 * carries the mark, before they are a member and after.
 */
@PracticeTest
class Part2FromTheFirstWordTest {

    private static final String CHIP = "</span> 42 CFR Part 2</span>";

    /** Every table that keeps the mark in a column of its own, and how its rows lead to an entry. */
    private static final List<String> MARKED = List.of(
            "select part2 from waitlist.entry where id = :entry",
            "select part2 from waitlist.entry_move where entry_id = :entry",
            "select part2 from waitlist.decision where entry_id = :entry",
            "select part2 from calls.call where for_entry = :entry or patient_id = :patient",
            "select part2 from calls.contact where for_entry = :entry or patient_id = :patient");

    @Autowired
    AtTheWaitlist at;

    @Autowired
    AnyPractice any;

    @Autowired
    Waitlist waitlist;

    @Autowired
    Patients patients;

    @Autowired
    Part2Mark mark;

    @Autowired
    Messages messages;

    @Autowired
    MemberPapers papers;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    JdbcClient db;

    private AtTheWaitlist.Scene scene;
    private Visitor office;
    private Visitor owner;
    private Entry lena;

    /** The kind of group there is under Part 2. */
    @BeforeEach
    void lena_asks_on_the_form() {
        scene = at.scene();
        office = scene.office();
        owner = at.owner(scene);
        assertThat(scene.stranger().post(at.opened(scene), "first", "Lena", "last", "Vogt", "phone", "217 555 0199"))
                .hasStatus(303);
        lena = any.in(scene.made().practice(), () -> waitlist.pipeline()).getFirst();
    }

    @Test
    void the_appointment_of_somebody_who_only_asked_so_far_carries_it() {
        assertThat(office.page(lena.href())).contains(CHIP);
        var screening = screening();
        assertThat(office.page(screening)).contains("<dt>Kept under</dt><dd>42 CFR Part 2</dd>");
        assertThat(any.in(
                        scene.made().practice(), () -> mark.isOn(null, lena.id().value())))
                .isTrue();
    }

    @Test
    void every_row_of_theirs_carries_it_and_each_page_says_so() {
        office.post(lena.href() + "/contact", "outcome", "NO_ANSWER", "channel", "PHONE");
        office.post(lena.href() + "/contact", "outcome", "SPOKE", "channel", "PHONE", "nextDay", "2026-12-01");
        var screening = screening();
        scene.leader().post(lena.href() + "/decision", "decision", "FIT", "words", "fits");
        var patient = any.patient(scene.made().practice());
        assertThat(office.post(lena.href() + "/patient", "patient", patient.toString())
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        assertThat(any.in(
                        scene.made().practice(),
                        () -> waitlist.find(lena.id()).orElseThrow().patient()))
                .isEqualTo(patient);
        any.run(scene.made().practice(), () -> {
            messages.queue(patients.recipient(patient).orElseThrow(), Message.Topic.LOGISTICS, "Bring a pen.", TESTER);
            papers.give(
                    patient,
                    new Asked(new FormId("privacy-notice"), 1, Language.EN, "Privacy notice", Need.OFFERED),
                    TESTER);
        });
        office.post("/patients/" + patient + "/calls", "why", "Say hello.", "due", "2026-11-30");
        office.post("/patients/" + patient + "/contacts", "outcome", "SPOKE", "channel", "PHONE");

        assertThat(office.page(screening)).contains("<dt>Kept under</dt><dd>42 CFR Part 2</dd>");
        for (var page : List.of(
                "/messages/" + patient,
                "/patients/" + patient,
                "/patients/" + patient + "/papers",
                lena.href(),
                "/calls")) {
            assertThat(owner.page(page)).as(page).contains(CHIP);
        }
        assertThat(any.in(scene.made().practice(), () -> mark.isOn(patient))).isTrue();
        for (var question : MARKED) {
            assertThat(rows(question, patient)).as(question).isNotEmpty().doesNotContain(false);
        }
    }

    @Test
    void what_was_kept_of_a_member_before_they_asked_carries_it_from_then_on() {
        var patient = any.patient(scene.made().practice());
        assertThat(owner.page("/patients/" + patient)).doesNotContain(CHIP);
        assertThat(owner.page("/messages/" + patient)).doesNotContain(CHIP);
        office.post("/patients/" + patient + "/calls", "why", "Say hello.", "due", "2026-11-30");
        assertThat(of(patient, owner)).doesNotContain(CHIP);
        assertThat(any.in(scene.made().practice(), () -> mark.among(List.of(patient))))
                .isEmpty();

        office.post(lena.href() + "/patient", "patient", patient.toString());
        assertThat(owner.page("/patients/" + patient)).contains(CHIP);
        assertThat(owner.page("/messages/" + patient)).contains(CHIP);
        assertThat(of(patient, owner)).contains(CHIP);
    }

    @Test
    void a_leader_of_another_group_of_theirs_does_not_read_that_they_asked_and_neither_does_who_keeps_the_books() {
        var practice = scene.made().practice();
        var patient = any.patient(practice);
        any.run(practice, () -> {
            var grief = groups.found(
                    groups.type("Grief", ProcedureCode.GROUP_PSYCHOTHERAPY, false),
                    "Thursday Grief",
                    8,
                    scene.marcus(),
                    DateRange.from(LocalDate.of(2026, 1, 1)),
                    TESTER);
            rosters.join(grief, patient, DateRange.from(LocalDate.of(2026, 10, 1)), TESTER);
        });
        office.post(lena.href() + "/patient", "patient", patient.toString());
        office.post("/patients/" + patient + "/calls", "why", "Say hello.", "due", "2026-11-30");

        for (var page : List.of("/patients/" + patient, "/patients/" + patient + "/papers", "/messages/" + patient)) {
            assertThat(owner.page(page)).as(page).contains(CHIP);
            assertThat(scene.other().page(page)).as(page).doesNotContain(CHIP);
            assertThat(office.page(page)).as(page).doesNotContain(CHIP);
        }
        assertThat(scene.other().page("/calls")).contains("Say hello.").doesNotContain(CHIP);
        assertThat(of(patient, office)).contains(CHIP);
    }

    @Test
    void whoever_asked_before_the_kind_was_put_under_part_2_has_it_by_now() {
        var patient = any.patient(scene.made().practice());
        office.post(lena.href() + "/patient", "patient", patient.toString());
        any.run(
                scene.made().practice(),
                () -> db.sql("update waitlist.entry set part2 = false where id = :lena")
                        .param("lena", lena.id().value())
                        .update());

        assertThat(any.in(scene.made().practice(), () -> mark.isOn(patient))).isTrue();
        assertThat(any.in(
                        scene.made().practice(), () -> mark.isOn(null, lena.id().value())))
                .isTrue();
        any.run(
                scene.made().practice(),
                () -> db.sql("update roster.group_type set part2 = false where id = :kind")
                        .param("kind", scene.made().type())
                        .update());
        assertThat(any.in(scene.made().practice(), () -> mark.isOn(patient))).isFalse();
    }

    /** The call to that member on the list of calls. */
    private static String of(PatientId patient, Visitor visitor) {
        return Arrays.stream(visitor.page("/calls").split("<li"))
                .filter(line -> line.contains("/patients/" + patient))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoever_sits_in_such_a_group_has_it_and_nobody_in_another_practice_is_asked_about() {
        var seated = scene.made().seated();
        var stranger = any.patient(any.open());
        assertThat(any.in(scene.made().practice(), () -> mark.among(List.of(seated.get(0), seated.get(1), stranger))))
                .containsExactlyInAnyOrder(seated.get(0), seated.get(1));
    }

    private String screening() {
        var booked = office.post(
                "/calendar/appointments",
                "kind",
                "SCREENING",
                "entry",
                lena.id().toString(),
                "label",
                "Lena",
                "day",
                "2026-12-02",
                "start",
                "10:00",
                "minutes",
                "50",
                "leader",
                any.leader(scene.made().practice()).toString(),
                "place",
                "11");
        assertThat(booked).hasStatus(303);
        return Objects.requireNonNull(booked.getResponse().getHeader("Location"));
    }

    private List<Boolean> rows(String question, PatientId patient) {
        var asked = db.sql(question);
        return any.in(
                scene.made().practice(),
                () -> (question.contains(":patient") ? asked.param("patient", patient.value()) : asked)
                        .param("entry", lena.id().value())
                        .query(Boolean.class)
                        .list());
    }
}
