package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.Authorizations;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.coverage.UnitsUsed;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit of an authorization goes to one visit, whoever marks what at the same moment. */
@PracticeTest
class LastUnitTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final DateRange AUTUMN = new DateRange(MONDAY.minusDays(30), MONDAY.plusDays(30));

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private Coverages coverages;

    @Autowired
    private Authorizations authorizations;

    @Autowired
    private UnitsUsed units;

    @Autowired
    private Encounters encounters;

    @Autowired
    private PracticeRules rules;

    @Autowired
    private JdbcClient db;

    private PracticeId practice;
    private GroupId group;
    private PatientId ana;
    private SessionId monday;
    private SessionId wednesday;

    @BeforeEach
    void a_payer_that_asks_for_an_authorization() {
        practice = story.open();
        group = story.group(practice, "Monday Circle", false);
        ana = story.member(practice, group, "BRHP1");
        monday = story.session(practice, group, MONDAY, 9);
        wednesday = story.session(practice, group, MONDAY.plusDays(2), 9);
        var payer = story.payer(practice, "BRHP1");
        var always = DateRange.from(BilledPractice.YEAR_BEGAN);
        story.run(
                practice,
                () -> rules.keep(
                        new OwnRule(UUID.randomUUID(), payer, OwnRule.Kind.AUTHORIZATION, 1, always, "contract", null),
                        BilledPractice.DANA));
    }

    @Test
    void of_two_sessions_marked_at_one_moment_exactly_one_takes_the_last_unit() throws Exception {
        var last = authorize("AUTH1", 1, AUTUMN);
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var marks = List.of(monday, wednesday).stream()
                    .map(session -> threads.submit((Callable<Boolean>) () -> {
                        together.await();
                        return story.in(
                                practice,
                                () -> encounters.mark(
                                        session, ana, Encounters.Mark.of(Presence.PRESENT), BilledPractice.DANA));
                    }))
                    .toList();
            for (var mark : marks) {
                assertThat(mark.get()).isTrue();
            }
        }
        assertThat(used(last)).isEqualTo(1);

        List.of(monday, wednesday).forEach(session -> {
            story.sign(practice, session, ana);
            story.close(practice, session);
        });
        story.round(practice);

        var held = story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.HELD)));
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().holds()).singleElement().satisfies(hold -> {
            assertThat(hold.code()).isEqualTo("authorization-used-up");
            assertThat(hold.because().sentence())
                    .isEqualTo("All 1 visits that Blue Ridge Health Plan authorized are taken by other sessions.");
        });
        assertThat(held.getFirst().authorization()).isNull();
        var sent = story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT)));
        assertThat(sent).singleElement().extracting(Claim::authorization).isEqualTo("AUTH1");
    }

    @Test
    void an_authorization_that_is_recorded_while_somebody_is_marked_misses_no_visit() throws Exception {
        var together = new CyclicBarrier(2);
        var id = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var marked = threads.submit((Callable<Boolean>) () -> {
                together.await();
                story.mark(practice, monday, ana, Presence.PRESENT);
                return true;
            });
            var recorded = threads.submit((Callable<Boolean>) () -> {
                together.await();
                authorize(id, "AUTH1", 3, AUTUMN);
                return true;
            });
            assertThat(marked.get() && recorded.get()).isTrue();
        }

        assertThat(used(id)).isEqualTo(1);
    }

    @Test
    void the_database_has_no_place_beyond_the_units_and_none_for_two() {
        var last = authorize("AUTH1", 1, AUTUMN);
        story.mark(practice, monday, ana, Presence.PRESENT);
        story.mark(practice, wednesday, ana, Presence.PRESENT);
        var forced = """
                insert into attendance.authorized_visit (encounter_id, authorization_id, of_units, place, taken_at)
                select e.id, :authorization, 1, :place, '2026-11-23T15:00Z'
                  from attendance.encounter e
                 where e.session_id = :session
                """;
        for (int place = 1; place <= 2; place++) {
            int wanted = place;
            assertThatThrownBy(() -> story.run(
                            practice,
                            () -> db.sql(forced)
                                    .param("authorization", last)
                                    .param("place", wanted)
                                    .param("session", wednesday.value())
                                    .update()))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void an_absence_gives_the_unit_back_and_the_visit_that_waited_takes_it() {
        var last = authorize("AUTH1", 1, AUTUMN);
        story.mark(practice, monday, ana, Presence.PRESENT);
        story.held(practice, wednesday, List.of(ana));
        story.round(practice);
        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.HELD))))
                .hasSize(1);

        story.mark(practice, monday, ana, Presence.ABSENT);
        story.round(practice);

        assertThat(used(last)).isEqualTo(1);
        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT))))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.session()).isEqualTo(wednesday);
                    assertThat(claim.authorization()).isEqualTo("AUTH1");
                });
    }

    @Test
    void a_correction_of_a_closed_sheet_and_a_mark_taken_back_give_units_back() {
        var two = authorize("AUTH1", 2, AUTUMN);
        story.held(practice, monday, List.of(ana));
        story.mark(practice, wednesday, ana, Presence.PRESENT);
        assertThat(used(two)).isEqualTo(2);

        story.correct(practice, monday, ana, Presence.EXCUSED);
        assertThat(used(two)).isEqualTo(1);
        assertThat(story.in(practice, () -> encounters.undo(wednesday, null, BilledPractice.DANA)))
                .isTrue();
        assertThat(used(two)).isZero();
    }

    @Test
    void a_session_that_is_called_off_gives_its_units_back() {
        var two = authorize("AUTH1", 2, AUTUMN);
        story.mark(practice, monday, ana, Presence.PRESENT);

        story.in(practice, () -> encounters.callOff(monday, "the leader is ill", BilledPractice.DANA));

        assertThat(used(two)).isZero();
    }

    @Test
    void of_two_that_overlap_the_one_that_ends_first_is_on_the_claim() {
        authorize("LATER", 5, new DateRange(MONDAY.minusDays(90), MONDAY.plusDays(90)));
        authorize("SOONER", 1, AUTUMN);
        story.held(practice, monday, List.of(ana));
        story.held(practice, wednesday, List.of(ana));
        story.round(practice);

        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT))))
                .extracting(Claim::session, Claim::authorization)
                .containsExactlyInAnyOrder(tuple(monday, "SOONER"), tuple(wednesday, "LATER"));
    }

    @Test
    void an_authorization_that_ends_in_the_middle_covers_what_came_before_its_last_day() {
        var ending = authorize("AUTH1", 9, AUTUMN);
        story.mark(practice, monday, ana, Presence.PRESENT);
        story.mark(practice, wednesday, ana, Presence.PRESENT);

        story.run(
                practice,
                () -> authorizations.end(ending, MONDAY.plusDays(1), "the plan changed", BilledPractice.DANA));

        assertThat(used(ending)).isEqualTo(1);
        var kept = story.in(practice, () -> authorizations.changes(ana));
        assertThat(kept).singleElement().satisfies(change -> {
            assertThat(change.before().days()).isEqualTo(AUTUMN);
            assertThat(change.reason()).isEqualTo("the plan changed");
        });
    }

    @Test
    void fewer_units_are_left_to_the_earliest_visits_and_more_are_taken_at_once() {
        var some = authorize("AUTH1", 2, AUTUMN);
        story.mark(practice, wednesday, ana, Presence.PRESENT);
        story.mark(practice, monday, ana, Presence.PRESENT);
        var terms =
                story.in(practice, () -> authorizations.find(some).orElseThrow().terms());

        change(some, terms, 1);
        assertThat(used(some)).isEqualTo(1);
        change(some, terms, 2);
        assertThat(used(some)).isEqualTo(2);
        change(some, terms, 1);
        story.mark(practice, monday, ana, Presence.UNMARKED);
        assertThat(used(some)).as("the later visit has it now").isEqualTo(1);
    }

    @Test
    void what_was_recorded_by_mistake_covers_nothing() {
        var mistaken = authorize("AUTH1", 2, AUTUMN);
        story.mark(practice, monday, ana, Presence.PRESENT);

        story.run(practice, () -> authorizations.takeBack(mistaken, "another member's", BilledPractice.DANA));

        assertThat(used(mistaken)).isZero();
        assertThat(story.in(practice, () -> authorizations.of(List.of(ana)))).isEmpty();
    }

    @Test
    void another_payer_takes_the_units_of_the_first_away() {
        var of = authorize("AUTH1", 2, AUTUMN);
        story.mark(practice, monday, ana, Presence.PRESENT);
        assertThat(used(of)).isEqualTo(1);

        story.run(practice, () -> {
            var former = coverages.of(ana).getFirst();
            coverages.end(former.id(), MONDAY.minusDays(1), BilledPractice.DANA, "card changed");
            coverages.add(
                    List.of(new Coverage(
                            coverages.newId(),
                            ana,
                            story.payer(practice, "EVG01"),
                            "P",
                            "M1",
                            "",
                            "18",
                            null,
                            DateRange.from(MONDAY),
                            "test")),
                    BilledPractice.DANA,
                    "card changed");
        });

        assertThat(used(of)).isZero();
    }

    @Test
    void a_seat_of_a_session_to_come_is_expected_and_one_that_has_begun_is_told_apart() {
        var friday = story.session(practice, group, LocalDate.of(2026, 11, 27), 9);

        var seats = story.in(practice, () -> units.expected(List.of(ana), MONDAY, MONDAY.plusDays(30)));

        assertThat(seats).extracting(UnitsUsed.Seat::session).contains(friday.value());
        assertThat(seats).filteredOn(UnitsUsed.Seat::begun).hasSize(2);
        assertThat(seats).filteredOn(seat -> !seat.begun()).hasSize(1);
        story.mark(practice, friday, ana, Presence.EXCUSED);
        assertThat(story.in(practice, () -> units.expected(List.of(ana), MONDAY, MONDAY.plusDays(30))))
                .allMatch(UnitsUsed.Seat::begun);
    }

    private UUID authorize(String number, int visits, DateRange days) {
        return authorize(UUID.randomUUID(), number, visits, days);
    }

    private UUID authorize(UUID id, String number, int visits, DateRange days) {
        var payer = story.payer(practice, "BRHP1");
        story.run(
                practice,
                () -> authorizations.add(
                        new Authorization(id, ana, payer, number, ProcedureCode.GROUP_PSYCHOTHERAPY, visits, days),
                        BilledPractice.DANA));
        return id;
    }

    private void change(UUID id, Authorization.Terms terms, int visits) {
        story.run(
                practice,
                () -> authorizations.change(
                        id,
                        new Authorization.Terms(terms.number(), terms.code(), visits, terms.days(), null),
                        "the payer's letter",
                        BilledPractice.DANA));
    }

    private int used(UUID authorization) {
        return story.in(practice, () -> authorizations.used(List.of(ana)).getOrDefault(authorization, 0));
    }
}
