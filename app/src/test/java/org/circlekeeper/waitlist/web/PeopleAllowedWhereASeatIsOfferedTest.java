package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Instant;
import java.time.LocalDate;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many people may sit in a group with so many leaders is said wherever a seat of it is looked at, not on one page.
 */
@PracticeTest
class PeopleAllowedWhereASeatIsOfferedTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
    private static final String TOO_MANY = "With them 3 people would sit there; Your practice allows 2 with 1 leader.";

    @Autowired
    AtTheWaitlist at;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    PracticeRules rules;

    @Autowired
    Rosters rosters;

    @Autowired
    MovableClock clock;

    private Instant began;
    private AtTheWaitlist.Scene scene;
    private WaitingPractice.Made made;
    private Visitor office;
    private PatientId kim;

    @BeforeEach
    void two_of_three_seats_are_taken_and_one_leader_may_have_two_people() {
        began = clock.instant();
        clock.moveTo(MONDAY);
        scene = at.scene();
        made = scene.made();
        office = scene.office();
        kim = any.patient(made.practice());
        var most = new OwnRule(
                NewId.at(MONDAY),
                null,
                OwnRule.Kind.MOST_PEOPLE,
                2,
                1,
                DateRange.from(LocalDate.of(2026, 1, 1)),
                "our own rule",
                null);
        any.run(made.practice(), () -> rules.keep(most, TESTER));
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void the_seat_says_so_before_it_is_offered_and_the_offer_does_and_neither_counts_them_twice() {
        var entry = waiting.waits(made, "Kim", 1);
        var href = "/waitlist/" + entry;
        assertThat(office.post(href + "/patient", "patient", kim.toString())).hasStatus(303);
        assertThat(office.page(href)).contains(TOO_MANY);

        office.post(href + "/offer", "group", made.group().toString(), "firstDay", "2026-11-24");

        assertThat(at.status(scene, entry)).as("it warns and stops nothing").isEqualTo(WaitStatus.OFFERED);
        assertThat(office.page(href)).contains("A seat is kept", TOO_MANY);
    }

    @Test
    void whoever_asks_the_roster_is_told_too_while_a_seat_is_free() {
        var asked = new Admission(made.group(), kim, DateRange.from(LocalDate.of(2026, 11, 24)));

        assertThat(any.in(made.practice(), () -> rosters.clearance(asked)))
                .filteredOn(found -> found.code().equals("one-more-than-allowed"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.weight()).isEqualTo(Finding.Weight.WARNS);
                    assertThat(found.because().sentence()).isEqualTo(TOO_MANY);
                });
        any.run(made.practice(), () -> rosters.join(made.group(), any.patient(made.practice()), asked.days(), TESTER));
        assertThat(any.in(made.practice(), () -> rosters.clearance(asked)))
                .as("where nobody can sit down, it is not said")
                .extracting(Finding::code)
                .doesNotContain("one-more-than-allowed");
    }
}
