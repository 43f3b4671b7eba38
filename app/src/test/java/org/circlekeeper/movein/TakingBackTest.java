package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.coverage.Authorization;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.coverage.UnitsUsed;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PracticeTest
class TakingBackTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

    @Autowired
    Openings openings;

    @Autowired
    Imports imports;

    @Autowired
    PracticeScope scope;

    @Autowired
    Patients patients;

    @Autowired
    Groups groups;

    @Autowired
    Sessions sessions;

    @Autowired
    Encounters encounters;

    @Autowired
    Coverages coverages;

    @Autowired
    UnitsUsed units;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient db;

    final Folder folder = Folder.mapleStreet();
    PracticeId practice;
    UUID token = new UUID(0, 0);

    @BeforeEach
    void moveIn() {
        practice = folder.opened(openings);
        token = Objects.requireNonNull(
                Folder.take(imports, scope, practice, folder, false).undo());
    }

    @Test
    void an_import_whose_member_was_changed_says_which() {
        scope.run(practice, () -> {
            var one = Objects.requireNonNull(patients.byExternalId().get("C1001"));
            patients.change(
                    new Patient(
                            one.id(),
                            one.externalId(),
                            one.name(),
                            one.birthDate(),
                            "F",
                            "",
                            null,
                            one.address(),
                            true),
                    Folder.OPERATOR,
                    "test");
        });
        assertThat(refusal()).isEqualTo("Since this import the member C1001 was changed." + STAYS);
    }

    @Test
    void an_import_whose_group_was_changed_and_whose_sheet_was_marked_says_both() {
        scope.run(practice, () -> {
            var group = groups.all().getFirst();
            groups.change(
                    group.id(),
                    new Groups.Settings("Early birds", group.capacity(), group.leader(), group.days()),
                    Folder.OPERATOR);
            var session = sessions.between(MONDAY, MONDAY).getFirst();
            var patient = Objects.requireNonNull(patients.byExternalId().get("C1001"));
            encounters.correct(
                    session.id(), patient.id(), Encounters.Mark.of(Presence.ABSENT), "was ill", Folder.OPERATOR);
        });
        assertThat(refusal())
                .isEqualTo("Since this import the group Early birds was changed; the sheet of 2026-10-19 was marked."
                        + STAYS);
    }

    @Test
    void an_undo_waits_for_the_trail_before_it_takes_away_what_others_may_be_counting() throws Exception {
        var held = new CountDownLatch(1);
        var counted = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var recorded = threads.submit((Callable<Boolean>) () -> scope.in(practice, () -> {
                var member = Objects.requireNonNull(patients.byExternalId().get("C1001"));
                var insurance = coverages.of(member.id()).getFirst();
                audit.hold();
                held.countDown();
                untilSomebodyWaits();
                coverages.add(
                        new Authorization(
                                UUID.randomUUID(),
                                member.id(),
                                insurance.payer(),
                                "AUTH1",
                                ProcedureCode.GROUP_PSYCHOTHERAPY,
                                9,
                                new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))),
                        Folder.OPERATOR);
                counted.set(units.used(List.of(member.id())).size());
                throw new IllegalStateException("recorded by mistake");
            }));
            held.await();
            var undone = threads.submit(() -> scope.in(practice, () -> imports.undo(token, Folder.OPERATOR)));
            assertThat(catchThrowable(recorded::get)).hasRootCauseMessage("recorded by mistake");
            assertThat(counted).hasValue(1);
            assertThat(undone.get()).isInstanceOf(Undone.TakenBack.class);
        }
    }

    private void untilSomebodyWaits() {
        for (int i = 0; i < 300; i++) {
            boolean waits = db.sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single();
            if (waits) {
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static final String STAYS = " What was worked on here stays; change what is wrong by hand.";

    private String refusal() {
        return ((Undone.NotPossible) scope.in(practice, () -> imports.undo(token, Folder.OPERATOR))).why();
    }
}
