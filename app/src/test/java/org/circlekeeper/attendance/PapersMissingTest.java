package org.circlekeeper.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.GivenPapers;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A member whose papers are missing has a seat and is not expected; whoever comes all the same is recorded. */
@PracticeTest
class PapersMissingTest {

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    Encounters encounters;

    @Autowired
    LetIns letIns;

    @Autowired
    MemberPapers papers;

    @Autowired
    GivenPapers given;

    @Autowired
    Clock clock;

    SheetOfThree sheets;
    SheetOfThree.Made made;
    PatientId newcomer;

    @BeforeEach
    void a_session_of_three_of_whom_one_has_papers_to_do() {
        sheets = new SheetOfThree(any, groups, rosters, sessions, encounters, clock);
        made = sheets.made();
        newcomer = made.members().getFirst();
        given.give(made.practice(), newcomer);
    }

    @Test
    void a_member_without_their_papers_is_not_on_the_expected_roster() {
        assertThat(sheets.sheet(made).seats())
                .extracting(Seat::patient)
                .hasSize(2)
                .doesNotContain(newcomer);
        assertThat(notExpected()).containsExactly(newcomer);
        assertThat(any.in(made.practice(), () -> rosters.of(newcomer)))
                .as("their seat is theirs")
                .hasSize(1);
    }

    @Test
    void they_are_expected_from_the_day_on_which_the_papers_are_whole() {
        given.waiveAll(made.practice(), newcomer);
        assertThat(sheets.sheet(made).seats()).extracting(Seat::patient).contains(newcomer);
        assertThat(notExpected()).isEmpty();
    }

    @Test
    void whoever_comes_all_the_same_is_recorded_with_the_leader_s_reason_and_counted() {
        assertThat(letIn(newcomer, "She drove two hours")).isTrue();

        var sheet = sheets.sheet(made);
        assertThat(sheet.seats()).hasSize(3);
        assertThat(sheet.came()).isEqualTo(1);
        assertThat(any.in(made.practice(), () -> letIns.of(made.session())))
                .singleElement()
                .satisfies(let -> {
                    assertThat(let.reason()).isEqualTo("She drove two hours");
                    assertThat(let.by()).isEqualTo(TESTER.label());
                });
        assertThat(letIn(newcomer, "Once more")).as("once").isFalse();
    }

    @Test
    void nobody_is_let_in_without_a_reason_or_onto_a_closed_sheet_or_who_is_expected() {
        assertThatThrownBy(() -> letIn(newcomer, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(letIn(made.members().getLast(), "She is on the sheet")).isFalse();
        made.members().stream()
                .filter(member -> !member.equals(newcomer))
                .forEach(member -> sheets.mark(made, member, Presence.PRESENT));
        assertThat(sheets.close(made)).as("it closes without them").isInstanceOf(Encounters.Closing.Closed.class);
        assertThat(letIn(newcomer, "Too late")).isFalse();
    }

    @Test
    void a_withdrawn_paper_takes_them_off_the_roster_again() {
        var agreement =
                given.paper(made.practice(), newcomer, GivenPapers.AGREEMENT).id();
        any.run(made.practice(), () -> papers.onPaper(agreement, new UUID(1, 2), null, TESTER));
        given.waiveAll(made.practice(), newcomer);
        assertThat(notExpected()).isEmpty();
        any.run(made.practice(), () -> papers.withdraw(agreement, "In writing", TESTER));
        assertThat(notExpected()).containsExactly(newcomer);
    }

    private boolean letIn(PatientId patient, String reason) {
        return any.in(made.practice(), () -> letIns.letIn(made.session(), patient, reason, TESTER));
    }

    private List<PatientId> notExpected() {
        return any.in(made.practice(), () -> letIns.notExpected(made.session())).stream()
                .map(LetIns.NotExpected::patient)
                .toList();
    }
}
