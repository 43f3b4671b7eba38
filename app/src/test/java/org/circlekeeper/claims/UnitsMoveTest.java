package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.audit.AuditTrail;
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
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units follow whatever changes: insurance, sheets, kinds of groups, the plan's year; what has left is asked about. */
@PracticeTest
class UnitsMoveTest {

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
    private Kinds kinds;

    @Autowired
    private Voids voids;

    @Autowired
    private AuditTrail audit;

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
    void insurance_that_is_taken_back_takes_the_units_with_it() {
        var of = authorize("AUTH1", 2, AUTUMN);
        story.mark(practice, monday, ana, Presence.PRESENT);

        story.run(
                practice,
                () -> coverages.takeBack(
                        coverages.of(ana).stream().map(Coverage::id).toList(), BilledPractice.DANA));

        assertThat(used(of)).isZero();
    }

    @Test
    void a_sheet_that_is_taken_back_leaves_its_unit_to_a_visit_that_waits() {
        var last = authorize("AUTH1", 1, AUTUMN);
        story.mark(practice, monday, ana, Presence.PRESENT);
        story.mark(practice, wednesday, ana, Presence.PRESENT);

        story.run(practice, () -> encounters.takeBack(List.of(monday), BilledPractice.DANA));

        assertThat(used(last)).isEqualTo(1);
    }

    @Test
    void whoever_ends_insurance_waits_for_the_trail_and_holds_nothing_that_others_need() throws Exception {
        var insurance = story.in(practice, () -> coverages.of(ana).getFirst());
        var held = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> story.run(practice, () -> {
                audit.hold();
                held.countDown();
                untilSomebodyWaits();
                coverages.end(insurance.id(), MONDAY, BilledPractice.DANA, "card changed");
            }));
            held.await();
            var second = threads.submit(() -> story.run(
                    practice, () -> coverages.end(insurance.id(), MONDAY, BilledPractice.DANA, "card changed")));
            first.get();
            second.get();
        }

        assertThat(story.in(practice, () -> coverages.of(ana).getFirst().days().last()))
                .isEqualTo(MONDAY);
    }

    @Test
    void a_visit_after_the_plans_year_has_no_unit_and_its_claim_no_number() {
        var of = authorize("AUTH1", 9, AUTUMN);
        story.run(practice, () -> {
            var terms = authorizations.find(of).orElseThrow().terms();
            authorizations.change(
                    of,
                    new Authorization.Terms(
                            terms.number(), terms.code(), terms.units(), terms.days(), MONDAY.plusDays(1)),
                    "the plan's letter",
                    BilledPractice.DANA);
        });
        story.held(practice, monday, List.of(ana));
        story.held(practice, wednesday, List.of(ana));
        story.round(practice);

        assertThat(used(of)).isEqualTo(1);
        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT))))
                .singleElement()
                .extracting(Claim::session)
                .isEqualTo(monday);
        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.HELD))))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.session()).isEqualTo(wednesday);
                    assertThat(claim.authorization()).isNull();
                });
    }

    @Test
    void a_kind_that_is_billed_as_something_else_is_counted_anew() {
        var of = authorize("AUTH1", 1, AUTUMN);
        bill("90849");
        story.mark(practice, monday, ana, Presence.PRESENT);
        story.mark(practice, wednesday, ana, Presence.PRESENT);
        assertThat(used(of)).isZero();

        bill("90853");

        assertThat(used(of)).isEqualTo(1);
        bill("90849");
        assertThat(used(of)).isZero();
    }

    @Test
    void a_claim_that_has_left_is_asked_about_when_its_authorization_becomes_another() {
        var of = authorize("AUTH1", 1, AUTUMN);
        story.held(practice, monday, List.of(ana));
        story.round(practice);
        var left = story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT)))
                .getFirst();
        story.run(practice, () -> {
            var terms = authorizations.find(of).orElseThrow().terms();
            authorizations.change(
                    of,
                    new Authorization.Terms("AUTH2", terms.code(), 1, terms.days(), null),
                    "a slip of the finger",
                    BilledPractice.DANA);
        });

        assertThat(story.round(practice))
                .extracting(JournalEntry::question)
                .contains("Claim " + left.number() + " has left with authorization AUTH1, and its visit has one of"
                        + " AUTH2 now. Put the authorization right, or take the claim back?");
        assertThat(story.in(practice, () -> voids.owed(left.id())).orElseThrow().came())
                .isTrue();
        var done = new Voids.Done(LocalDate.of(2026, 11, 23), "in the portal", "V-1");
        assertThat(story.in(practice, () -> voids.record(left.id(), done, BilledPractice.DANA)))
                .isTrue();
        story.round(practice);
        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.SENT))))
                .singleElement()
                .extracting(Claim::authorization)
                .isEqualTo("AUTH2");
    }

    @Test
    void what_is_done_together_is_counted_once_at_its_end() {
        var of = authorize("AUTH1", 3, AUTUMN);

        story.run(
                practice,
                () -> units.together(BilledPractice.DANA, () -> {
                    encounters.mark(monday, ana, Encounters.Mark.of(Presence.PRESENT), BilledPractice.DANA);
                    encounters.mark(wednesday, ana, Encounters.Mark.of(Presence.PRESENT), BilledPractice.DANA);
                    assertThat(authorizations.used(List.of(ana))).isEmpty();
                    return true;
                }));

        assertThat(used(of)).isEqualTo(2);
        assertThat(story.in(practice, () -> audit.entriesAbout(ana.value())).stream()
                        .filter(entry -> entry.what().equals("counted visits against authorizations")))
                .hasSize(1);
    }

    private void bill(String code) {
        story.run(practice, () -> {
            var kind = kinds.all().getFirst().type();
            kinds.change(
                    new Groups.Type(kind.id(), kind.name(), new ProcedureCode(code), kind.part2()),
                    BilledPractice.DANA);
        });
    }

    private void untilSomebodyWaits() {
        for (int i = 0; i < 200; i++) {
            boolean waits = db.sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single();
            if (waits) {
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
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

    private int used(UUID authorization) {
        return story.in(practice, () -> authorizations.used(List.of(ana)).getOrDefault(authorization, 0));
    }
}
