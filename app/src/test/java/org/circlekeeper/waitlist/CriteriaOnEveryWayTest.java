package org.circlekeeper.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Clearances;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a group is for is looked at by whatever way somebody gets a seat, from the record and from screening. */
@PracticeTest
class CriteriaOnEveryWayTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    WaitingPractice waiting;

    @Autowired
    Kinds kinds;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Charts charts;

    @Autowired
    Tongues tongues;

    @Autowired
    Screenings screenings;

    @Autowired
    Offers offers;

    @Autowired
    MovableClock clock;

    private WaitingPractice.Made made;
    private PatientId kim;

    @BeforeEach
    void a_group_and_somebody_with_a_record() {
        clock.moveTo(Instant.parse("2026-11-23T15:00:00Z"));
        made = waiting.made(1);
        kim = waiting.any.patient(made.practice());
    }

    @Test
    void a_diagnosis_that_it_is_not_for_holds_and_one_it_is_for_lets_in() {
        says(Criterion.Kind.DIAGNOSIS, "F20,F25", true, "Psychosis that is not treated.");
        says(Criterion.Kind.DIAGNOSIS, "F32,F33", false, "Low mood.");
        assertThat(sentences(kim))
                .containsExactly("Not known yet: Low mood.", "Not known yet: Psychosis that is not treated.");

        diagnosed(kim, "F33.1");
        assertThat(sentences(kim)).containsExactly("Not known yet: Psychosis that is not treated.");

        diagnosed(kim, "F20.9");
        assertThat(sentences(kim))
                .containsExactly("Not known yet: Low mood.", "It is not for: Psychosis that is not treated.");
        assertThat(against(kim))
                .extracting(Finding::weight)
                .containsExactly(Finding.Weight.WARNS, Finding.Weight.HOLDS);
        assertThat(in(() -> rosters.admit(new Admission(made.group(), kim, DateRange.from(TUESDAY)), TESTER)))
                .isInstanceOf(Rosters.Joined.NotAdmitted.class);
        assertThat(in(() -> rosters.admit(
                        new Admission(made.group(), kim, DateRange.from(TUESDAY), "in remission, the therapist says"),
                        TESTER)))
                .isInstanceOf(Rosters.Joined.Seated.class);
        assertThat(in(() -> rosters.moves(made.group())).stream().map(move -> move.reason()))
                .contains("past not-for-them-diagnosis: in remission, the therapist says");
    }

    @Test
    void the_language_they_read_lets_in_and_what_nobody_can_look_up_is_not_known_yet() {
        says(Criterion.Kind.LANGUAGE, "es", false, "Spanish speakers.");
        says(Criterion.Kind.STATEMENT, "", false, "No thoughts of suicide this month.");
        assertThat(sentences(kim))
                .containsExactly(
                        "Not known yet: Spanish speakers.", "Not known yet: No thoughts of suicide this month.");
        assertThat(against(kim)).extracting(Finding::weight).containsOnly(Finding.Weight.WARNS);

        waiting.any.run(made.practice(), () -> tongues.say(kim, "en", TESTER));
        assertThat(sentences(kim))
                .containsExactly(
                        "Not known yet: Spanish speakers.", "Not known yet: No thoughts of suicide this month.");
        waiting.any.run(made.practice(), () -> tongues.say(kim, "es", TESTER));
        assertThat(sentences(kim)).containsExactly("Not known yet: No thoughts of suicide this month.");
    }

    @Test
    void what_screening_found_counts_on_every_way() {
        var statement = says(Criterion.Kind.STATEMENT, "", true, "Drinks every day.");
        var entry = waiting.waits(made, "Kim", 1);
        in(() -> waiting.links(entry, kim));
        assertThat(sentences(kim)).containsExactly("Not known yet: Drinks every day.");

        answers(entry, statement, Answer.Found.MET);
        assertThat(sentences(kim)).containsExactly("It is not for: Drinks every day. (said so)");
        answers(entry, statement, Answer.Found.NOT_MET);
        assertThat(sentences(kim)).isEmpty();
    }

    @Test
    void a_later_inquiry_that_says_less_hides_nothing_of_what_was_found() {
        var statement = says(Criterion.Kind.STATEMENT, "", true, "Drinks every day.");
        var entry = waiting.waits(made, "Kim", 1);
        in(() -> waiting.links(entry, kim));
        answers(entry, statement, Answer.Found.MET);
        clock.moveTo(Instant.parse("2026-11-24T15:00:00Z"));
        var again = waiting.waits(made, "Kim", 1);
        in(() -> waiting.links(again, kim));
        answers(again, statement, Answer.Found.UNKNOWN);

        assertThat(against(kim)).singleElement().satisfies(found -> {
            assertThat(found.because().sentence()).isEqualTo("It is not for: Drinks every day. (said so)");
            assertThat(found.because().evidence())
                    .singleElement()
                    .satisfies(on -> assertThat(on.href()).isEqualTo("/waitlist/" + entry));
        });
    }

    @Test
    void whoever_sits_in_a_group_of_the_kind_goes_on_in_another_past_what_is_said_of_both() {
        says(Criterion.Kind.DIAGNOSIS, "F20", true, "Psychosis that is not treated.");
        var sits = made.seated().getFirst();
        diagnosed(sits, "F20.9");
        var late = late();
        assertThat(Clearances.besideInsurance(
                        in(() -> rosters.clearance(new Admission(late, sits, DateRange.from(TUESDAY))))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo("not-for-them-diagnosis");
                    assertThat(found.weight()).isEqualTo(Finding.Weight.WARNS);
                });

        diagnosed(sits, "F60.3");
        in(() -> {
            kinds.add(
                    new Criterion(
                            kinds.newId(), made.type(), late, true, Criterion.Kind.DIAGNOSIS, "F60", "Borderline."),
                    TESTER);
            return late;
        });
        assertThat(in(() -> rosters.admit(new Admission(late, sits, DateRange.from(TUESDAY)), TESTER)))
                .as("what is said of the other group alone holds")
                .isInstanceOf(Rosters.Joined.NotAdmitted.class);
    }

    private GroupId late() {
        return in(() -> groups.found(
                groups.type(made.type()).orElseThrow(),
                "Late Skills",
                3,
                groups.find(made.group()).orElseThrow().leader(),
                DateRange.from(WaitingPractice.FIRST),
                TESTER));
    }

    @Test
    void a_linked_patient_s_diagnoses_hold_an_offer_too() {
        says(Criterion.Kind.DIAGNOSIS, "F20", true, "Psychosis that is not treated.");
        var entry = waiting.waits(made, "Kim", 1);
        in(() -> waiting.links(entry, kim));
        diagnosed(kim, "F20.9");

        assertThat(in(() -> offers.make(new Offers.Wanted(entry, made.group(), TUESDAY, Offers.USUAL, ""), TESTER)))
                .isInstanceOfSatisfying(
                        Offers.Made.Held.class,
                        held -> assertThat(held.findings())
                                .extracting(Finding::code)
                                .containsExactly("not-for-them-diagnosis"));
    }

    private Criterion says(Criterion.Kind kind, String wanted, boolean excludes, String says) {
        return in(() -> {
            var criterion = new Criterion(kinds.newId(), made.type(), null, excludes, kind, wanted, says);
            kinds.add(criterion, TESTER);
            return criterion;
        });
    }

    private void diagnosed(PatientId patient, String code) {
        waiting.any.run(
                made.practice(),
                () -> charts.diagnose(patient, List.of(new DiagnosisCode(code)), TUESDAY.minusDays(10), TESTER));
    }

    private void answers(EntryId entry, Criterion criterion, Answer.Found found) {
        var answer = new Answer(criterion.id(), found, "said so", "tester", clock.instant());
        waiting.any.run(made.practice(), () -> screenings.answer(waiting.now(made, entry), List.of(answer), TESTER));
    }

    private List<String> sentences(PatientId patient) {
        return against(patient).stream()
                .map(finding -> finding.because().sentence())
                .toList();
    }

    private List<Finding> against(PatientId patient) {
        return Clearances.besideInsurance(
                in(() -> rosters.clearance(new Admission(made.group(), patient, DateRange.from(TUESDAY)))));
    }

    private <T> T in(Supplier<T> work) {
        return waiting.any.in(made.practice(), work);
    }
}
