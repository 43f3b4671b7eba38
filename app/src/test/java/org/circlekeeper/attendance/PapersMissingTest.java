package org.circlekeeper.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Applies;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.Packet;
import org.circlekeeper.forms.Packets;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.GivenPapers;
import org.circlekeeper.intake.MemberPackets;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.ExpectedMembers;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    ExpectedMembers expected;

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
    MovableClock clock;

    @Autowired
    StarterPacket starter;

    @Autowired
    MemberPackets packets;

    @Autowired
    Packets chosen;

    @Autowired
    Rounds rounds;

    @Autowired
    JdbcClient db;

    SheetOfThree sheets;
    SheetOfThree.Made made;
    PatientId newcomer;

    @BeforeEach
    void a_session_of_three_of_whom_one_has_papers_to_do() {
        sheets = new SheetOfThree(any, groups, rosters, sessions, encounters, clock);
        made = sheets.made();
        newcomer = made.members().getFirst();
        before(() -> given.give(made.practice(), newcomer));
    }

    /** Before the session began: who was expected when it did stays as it was. */
    private void before(Runnable act) {
        var now = clock.instant();
        clock.moveTo(now.minus(Duration.ofHours(3)));
        act.run();
        clock.moveTo(now);
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
        before(() -> given.waiveAll(made.practice(), newcomer));
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
        before(() -> {
            any.run(
                    made.practice(),
                    () -> papers.onPaper(agreement, new UUID(1, 2), LocalDate.of(2026, 11, 20), null, TESTER));
            given.waiveAll(made.practice(), newcomer);
        });
        assertThat(notExpected()).isEmpty();
        before(() -> any.run(made.practice(), () -> papers.withdraw(agreement, "In writing", TESTER)));
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

    @Test
    void a_new_seat_is_shut_before_anybody_agreed_that_its_papers_are_given() {
        any.run(made.practice(), () -> starter.use(TESTER));
        var late = any.patient(made.practice());
        var today = LocalDate.ofInstant(clock.instant(), AnyPractice.ZONE);
        any.run(made.practice(), () -> {
            var group = rosters.of(newcomer).getFirst().group();
            assertThat(rosters.admit(new Admission(group, late, DateRange.from(today)), TESTER))
                    .isInstanceOf(Rosters.Joined.Seated.class);
        });
        rounds.make(made.practice(), Trust.PROPOSE);
        assertThat(any.in(made.practice(), () -> packets.of(late))).isEmpty();
        assertThat(sheets.sheet(made).seats()).extracting(Seat::patient).doesNotContain(late);
        assertThat(notExpected()).contains(late);
        assertThat(letIn(late, "She drove two hours")).isTrue();
    }

    @Test
    void a_seat_from_before_the_papers_were_chosen_and_one_that_an_import_brought_stay_expected() {
        var early = any.patient(made.practice());
        var brought = any.patient(made.practice());
        var today = LocalDate.ofInstant(clock.instant(), AnyPractice.ZONE);
        any.run(made.practice(), () -> {
            var group = rosters.of(newcomer).getFirst().group();
            rosters.admit(new Admission(group, early, DateRange.from(today)), TESTER);
            starter.use(TESTER);
            rosters.join(group, brought, DateRange.from(today), TESTER);
        });
        assertThat(sheets.sheet(made).seats()).extracting(Seat::patient).contains(early, brought);
    }

    @Test
    void a_seat_opens_by_itself_when_its_kind_of_group_asks_for_no_papers_any_more() {
        any.run(made.practice(), () -> starter.use(TESTER));
        var late = any.patient(made.practice());
        var today = LocalDate.ofInstant(clock.instant(), AnyPractice.ZONE);
        any.run(made.practice(), () -> {
            var group = rosters.of(newcomer).getFirst().group();
            rosters.admit(new Admission(group, late, DateRange.from(today)), TESTER);
        });
        rounds.make(made.practice(), Trust.PROPOSE);
        assertThat(notExpected()).contains(late);

        before(() -> {
            any.run(made.practice(), () -> {
                var consent = new Packet.Line(new FormId("part2-consent"), Need.REQUIRED, Applies.PART_2);
                chosen.publish(groups.types().getFirst().id(), 0, List.of(consent), "", TESTER);
            });
            rounds.make(made.practice(), Trust.PROPOSE);
        });
        assertThat(notExpected()).doesNotContain(late);
        assertThat(sheets.sheet(made).seats()).extracting(Seat::patient).contains(late);
    }

    @Test
    void a_seat_that_opens_by_itself_after_the_session_ended_puts_nobody_on_its_sheet() {
        any.run(made.practice(), () -> starter.use(TESTER));
        var late = any.patient(made.practice());
        var today = LocalDate.ofInstant(clock.instant(), AnyPractice.ZONE);
        before(() -> any.run(made.practice(), () -> {
            var group = rosters.of(newcomer).getFirst().group();
            rosters.admit(new Admission(group, late, DateRange.from(today)), TESTER);
        }));
        any.run(made.practice(), () -> {
            var consent = new Packet.Line(new FormId("part2-consent"), Need.REQUIRED, Applies.PART_2);
            chosen.publish(groups.types().getFirst().id(), 0, List.of(consent), "", TESTER);
        });
        rounds.make(made.practice(), Trust.PROPOSE);
        assertThat(sheets.sheet(made).seats()).extracting(Seat::patient).doesNotContain(late);
        assertThat(notExpected()).contains(late);
        var group = any.in(made.practice(), () -> seat().group());
        assertThat(any.in(made.practice(), () -> expected.of(Map.of(group, today.plusDays(1)))))
                .as("of the three who had a seat one lacks their papers")
                .containsEntry(group, 3);
    }

    /** A home from before may hold why somebody was let in who was taken off the sheet again. */
    @Test
    void why_somebody_was_let_in_before_and_taken_off_again_stops_nobody_from_letting_them_in() {
        letIn(newcomer, "She drove two hours");
        any.run(
                made.practice(),
                () -> db.sql("update attendance.encounter set presence = 'UNMARKED' where session_id = :session")
                        .param("session", made.session().value())
                        .update());
        assertThat(notExpected()).containsExactly(newcomer);

        assertThat(letIn(newcomer, "She came after all")).isTrue();
        assertThat(any.in(made.practice(), () -> letIns.of(made.session())))
                .extracting(LetIns.LetIn::reason)
                .containsExactly("She came after all");
    }

    @Test
    void whoever_was_let_in_by_mistake_is_again_somebody_whom_nobody_expects() {
        letIn(newcomer, "She drove two hours");
        any.run(made.practice(), () -> encounters.undo(made.session(), null, TESTER));
        assertNobodyWasLetIn();

        assertThat(letIn(newcomer, "She came after all")).isTrue();
        sheets.mark(made, newcomer, Presence.UNMARKED);
        assertNobodyWasLetIn();
    }

    private void assertNobodyWasLetIn() {
        assertThat(any.in(made.practice(), () -> letIns.of(made.session()))).isEmpty();
        assertThat(notExpected()).containsExactly(newcomer);
        assertThat(sheets.sheet(made).seats()).extracting(Seat::patient).doesNotContain(newcomer);
    }

    @Test
    void a_sheet_closes_without_whoever_was_let_in_by_mistake() {
        letIn(newcomer, "She drove two hours");
        sheets.undo(made);
        made.members().stream()
                .filter(member -> !member.equals(newcomer))
                .forEach(member -> sheets.mark(made, member, Presence.PRESENT));

        assertThat(sheets.close(made)).isInstanceOf(Encounters.Closing.Closed.class);
        assertThat(sheets.sheet(made).seats()).hasSize(2);
    }

    @Test
    void whoever_pauses_is_not_said_to_be_expected_with_their_papers() {
        var today = LocalDate.ofInstant(clock.instant(), AnyPractice.ZONE);
        any.run(made.practice(), () -> rosters.hold(seat().id(), today, today, "away for work", TESTER));

        assertThat(notExpected()).isEmpty();
    }

    @Test
    void nobody_is_let_in_to_a_session_that_does_not_take_place() {
        any.run(made.practice(), () -> encounters.callOff(made.session(), "the leader is ill", TESTER));

        assertThat(letIn(newcomer, "The page was still open")).isFalse();
    }

    @Test
    void a_group_does_not_count_on_whoever_lacks_their_papers() {
        var today = LocalDate.ofInstant(clock.instant(), AnyPractice.ZONE);
        var group = any.in(made.practice(), () -> seat().group());
        var before = Map.of(group, today.minusDays(1));

        assertThat(any.in(made.practice(), () -> expected.of(Map.of(group, today))))
                .containsEntry(group, 2);
        assertThat(any.in(made.practice(), () -> expected.of(before)))
                .as("the day before")
                .containsEntry(group, 3);
    }

    private Membership seat() {
        return rosters.of(newcomer).getFirst();
    }
}
