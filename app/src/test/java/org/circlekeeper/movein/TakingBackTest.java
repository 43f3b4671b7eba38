package org.circlekeeper.movein;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

    private static final String STAYS = " What was worked on here stays; change what is wrong by hand.";

    private String refusal() {
        return ((Undone.NotPossible) scope.in(practice, () -> imports.undo(token, Folder.OPERATOR))).why();
    }
}
