package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whatever would keep somebody from a seat keeps it from being offered to them, and no other group is named there. */
@PracticeTest
class OfferAndSeatAskTheSameTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant BOTH_MEET = Instant.parse("2026-12-02T00:30:00Z");
    private static final DateRange DAYS = DateRange.from(WaitingPractice.FIRST);

    @Autowired
    AtTheWaitlist at;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    MovableClock clock;

    private Instant began;
    private AtTheWaitlist.Scene scene;
    private WaitingPractice.Made made;
    private Visitor office;
    private PatientId kim;
    private EntryId entry;
    private GroupId support;
    private String href;

    @BeforeEach
    void a_patient_waits_for_a_group_that_meets_while_another_one_expects_them() {
        began = clock.instant();
        clock.moveTo(MONDAY);
        scene = at.scene();
        made = scene.made();
        office = scene.office();
        kim = any.patient(made.practice());
        support = any.in(made.practice(), () -> {
            var type = groups.type("Support", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            return groups.found(type, "Evening Support", 8, scene.marcus(), DAYS, TESTER);
        });
        any.run(made.practice(), () -> rosters.join(support, kim, DAYS, TESTER));
        any.run(made.practice(), () -> sessions.add(List.of(session(support), session(made.group()))));
        entry = waiting.waits(made, "Kim", 1);
        href = "/waitlist/" + entry;
        assertThat(office.post(href + "/patient", "patient", kim.toString())).hasStatus(303);
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void the_offer_is_held_by_the_other_group_and_nobody_is_proposed_for_it() {
        assertThat(office.page(href))
                .contains("They have a seat in another group, which meets while Tuesday Skills does: Tue 1 Dec.")
                .contains("not for them", "Reason to offer it all the same")
                .doesNotContain("something to ask");
        assertThat(office.page("/waitlist/placement")).contains("Nobody who waits fits yet.");
        assertThat(office.after(offer("firstDay", "2026-11-24"))).contains("Not offered.");
        assertThat(at.status(scene, entry)).isEqualTo(WaitStatus.WAITING);
    }

    @Test
    void with_a_reason_whoever_said_yes_has_the_seat_at_once_and_nothing_hangs_between() {
        assertThat(office.after(offer("firstDay", "2026-11-24", "yes", "yes", "despite", "every other week")))
                .contains("The seat is theirs.");
        assertThat(at.status(scene, entry)).isEqualTo(WaitStatus.ENROLLED);
        assertThat(any.in(made.practice(), () -> rosters.of(kim))).hasSize(2);
    }

    @Test
    void a_seat_from_a_day_after_the_last_time_that_both_meet_is_offered_without_a_reason() {
        offer("firstDay", "2026-12-02");
        assertThat(at.status(scene, entry)).isEqualTo(WaitStatus.OFFERED);
    }

    @Test
    void a_pause_of_the_other_seat_on_that_day_frees_them() {
        var seat = any.in(made.practice(), () -> rosters.of(kim)).getFirst().id();
        any.run(
                made.practice(),
                () -> rosters.hold(seat, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1), "away", TESTER));

        assertThat(office.page(href)).doesNotContain("another group, which meets");
        offer("firstDay", "2026-11-24");
        assertThat(at.status(scene, entry)).isEqualTo(WaitStatus.OFFERED);
    }

    @Test
    void which_group_it_is_knows_only_whoever_may_give_the_seat_and_one_under_part_2_is_named_to_nobody() {
        offer("firstDay", "2026-11-24", "despite", "every other week");

        assertThat(office.page(href)).contains("They have a seat in Evening Support, which meets");
        assertThat(scene.leader().page(href)).contains("A seat is kept").doesNotContain("Evening Support");
        var sits = made.seated().getFirst();
        assertThat(any.in(made.practice(), () -> rosters.clearance(new Admission(support, sits, DAYS))))
                .extracting(found -> found.because().sentence())
                .anyMatch(says -> says.startsWith("They have a seat in another group, which meets while Evening Supp"));
    }

    private MvcTestResult offer(String... more) {
        var fields = new String[more.length + 2];
        fields[0] = "group";
        fields[1] = made.group().toString();
        System.arraycopy(more, 0, fields, 2, more.length);
        return office.post(href + "/offer", fields);
    }

    private Session session(GroupId group) {
        return new Session(
                sessions.newId(),
                group,
                null,
                LocalDate.of(2026, 12, 1),
                BOTH_MEET,
                BOTH_MEET.plus(Duration.ofMinutes(90)),
                scene.marcus(),
                "11",
                Session.Status.PLANNED,
                null,
                false);
    }
}
