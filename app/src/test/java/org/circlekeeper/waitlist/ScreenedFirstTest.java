package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Clearances;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a practice screens people, nobody gets a seat about whom no therapist has decided, but past a reason. */
@PracticeTest
class ScreenedFirstTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Groups groups;

    @Autowired
    Kinds kinds;

    @Autowired
    Rosters rosters;

    @Autowired
    Waitlist waitlist;

    @Autowired
    MovableClock clock;

    private WaitingPractice.Made made;
    private PatientId kim;

    @BeforeEach
    void a_kind_for_which_people_are_screened() {
        clock.moveTo(Instant.parse("2026-11-23T15:00:00Z"));
        made = waiting.made(1);
        kim = waiting.any.patient(made.practice());
        waiting.any.run(
                made.practice(),
                () -> kinds.change(groups.type(made.type()).orElseThrow().whereScreened(), TESTER));
    }

    @Test
    void whoever_never_waited_is_asked_about_and_seated_past_a_reason_that_is_kept() {
        assertThat(in(() -> rosters.admit(asked(made.group(), null), TESTER)))
                .isInstanceOfSatisfying(
                        Rosters.Joined.NotAdmitted.class,
                        not -> assertThat(not.findings()).singleElement().satisfies(found -> {
                            assertThat(found.code()).isEqualTo("not-screened");
                            assertThat(found.weight()).isEqualTo(Finding.Weight.HOLDS);
                            assertThat(found.because().sentence())
                                    .isEqualTo(
                                            "No therapist has decided whether they fit a group of this kind, Skills.");
                            assertThat(found.remedy()).isEqualTo("Put them on the waitlist and ask the therapist.");
                        }));

        assertThat(in(() -> rosters.admit(asked(made.group(), "screened by phone"), TESTER)))
                .isInstanceOf(Rosters.Joined.Seated.class);
        assertThat(in(() -> rosters.moves(made.group())).getLast().reason())
                .isEqualTo("past not-screened: screened by phone");
    }

    @Test
    void a_kind_that_takes_whoever_comes_asks_nothing() {
        var open = in(() -> {
            var type = groups.type("Drop-in support", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var leader = groups.find(made.group()).orElseThrow().leader();
            return groups.found(type, "Support", 8, leader, DateRange.from(WaitingPractice.FIRST), TESTER);
        });

        assertThat(against(open, kim)).isEmpty();
    }

    @Test
    void where_nobody_is_screened_whoever_asked_first_is_seated_as_one_who_never_asked_but_a_no_stands() {
        waiting.any.run(made.practice(), () -> {
            var type = groups.type(made.type()).orElseThrow();
            kinds.change(
                    new Groups.Type(
                            type.id(),
                            type.name(),
                            type.code(),
                            type.part2(),
                            type.joining(),
                            type.families(),
                            type.population(),
                            type.noticeDays(),
                            false),
                    TESTER);
        });
        var entry = waiting.asks(made, "Kim", 1);
        in(() -> waiting.links(entry, kim));
        assertThat(against(made.group(), kim)).isEmpty();

        waiting.any.run(
                made.practice(),
                () -> waiting.screenings.decide(entry, FitDecision.OTHER_GROUP, "", null, WaitingPractice.MARCUS));
        assertThat(against(made.group(), kim)).containsExactly("not-this-group");
    }

    @Test
    void whom_an_import_brought_changes_groups_of_the_kind_without_being_asked_about() {
        var late = in(() -> groups.found(
                groups.type(made.type()).orElseThrow(),
                "Late Skills",
                3,
                groups.find(made.group()).orElseThrow().leader(),
                DateRange.from(WaitingPractice.FIRST),
                TESTER));

        assertThat(against(late, made.seated().getFirst())).isEmpty();
        assertThat(against(late, kim)).containsExactly("not-screened");
    }

    @Test
    void a_therapist_s_word_settles_it_and_one_who_left_the_waitlist_without_a_word_is_asked_about() {
        var entry = waiting.asks(made, "Kim", 1);
        in(() -> waiting.links(entry, kim));
        assertThat(against(made.group(), kim)).containsExactly("fit-undecided");

        in(() -> waitlist.move(entry, WaitStatus.WITHDRAWN, "changed their mind", TESTER));
        assertThat(against(made.group(), kim)).containsExactly("not-screened");

        var again = waiting.waits(made, "Kim", 1);
        in(() -> waiting.links(again, kim));
        assertThat(against(made.group(), kim)).isEmpty();
    }

    private List<String> against(GroupId group, PatientId patient) {
        return Clearances.besideInsurance(
                        in(() -> rosters.clearance(new Admission(group, patient, DateRange.from(TUESDAY)))))
                .stream()
                .map(Finding::code)
                .toList();
    }

    private Admission asked(GroupId group, @Nullable String despite) {
        return new Admission(group, kim, DateRange.from(TUESDAY), despite);
    }

    private <T> T in(Supplier<T> work) {
        return waiting.any.in(made.practice(), work);
    }
}
