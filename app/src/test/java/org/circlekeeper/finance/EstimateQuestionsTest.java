package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.MoneyPractice.ROSA;
import static org.circlekeeper.finance.MoneyPractice.TODAY;
import static org.circlekeeper.finance.MoneyPractice.WEDNESDAY;

import java.util.List;
import java.util.UUID;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever asks what sessions cost, with a seat or without. */
@PracticeTest
class EstimateQuestionsTest {

    @Autowired
    private MoneyPractice story;

    @Autowired
    private AnyPractice any;

    @Autowired
    private Estimates estimates;

    @Autowired
    private OpenEstimates open;

    @Autowired
    private EstimateStore store;

    @Autowired
    private AuditTrail trail;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_group() {
        practice = story.open();
        group = story.group(practice);
        story.meetsOnWednesdays(practice, group);
    }

    @Test
    void the_rule_does_not_reach_a_federal_program_of_somebody_who_waits() {
        var medicaid = any.patient(practice);
        var plan = any.patient(practice);
        story.insure(practice, medicaid, "MCD01", "W1", "P");
        story.insure(practice, plan, "EVG01", "W2", "P");

        asks(medicaid);
        asks(plan);

        assertThat(story.in(practice, () -> open.all()).owed())
                .extracting(Owed::patient)
                .containsExactly(plan);
    }

    @Test
    void a_question_about_a_second_group_looks_at_the_insurance_too() {
        var member = story.member(practice, group, WEDNESDAY);
        story.insure(practice, member, "MCD01", "W1", "P");
        var another = story.another(practice, "Evening");

        story.in(practice, () -> {
            estimates.asked(UUID.randomUUID(), member, another, TODAY, false, "", ROSA);
            return true;
        });

        assertThat(story.in(practice, () -> open.of(member)).owed()).isEmpty();
    }

    @Test
    void nobody_is_looked_at_whose_estimates_are_over_and_whose_questions_were_answered() {
        var over = story.member(practice, group, WEDNESDAY);
        var running = story.member(practice, group, WEDNESDAY);
        var answered = story.member(practice, group, WEDNESDAY);
        var asking = story.member(practice, group, WEDNESDAY);
        story.in(practice, () -> story.givenOn(TODAY.minusMonths(15), over, group, 3));
        story.in(practice, () -> story.givenOn(TODAY.minusMonths(11), running, group, 3));
        asks(asking);
        asks(answered);
        assertThat(known()).containsExactlyInAnyOrder(running, asking, answered);

        story.in(practice, () -> {
            estimates.make(NewId.at(MoneyPractice.NOW), answered, group, WEDNESDAY, ROSA);
            var made = estimates.of(answered).getFirst();
            var giving = new Estimate.Giving(
                    TODAY, Estimate.Way.HANDED, "the member", "Rosa Diaz", "Rosa Diaz", MoneyPractice.NOW);
            estimates.give(UUID.randomUUID(), made, giving, ROSA);
            return true;
        });

        assertThat(story.in(practice, () -> store.known(WEDNESDAY.plusDays(1))))
                .as("those whose question is open")
                .containsExactly(asking);
    }

    private List<PatientId> known() {
        return story.in(practice, () -> store.known(TODAY.minusMonths(13)));
    }

    @Test
    void a_question_that_is_kept_under_another_id_is_told_of_by_that_one() {
        var one = story.member(practice, group, WEDNESDAY);
        var other = story.member(practice, group, WEDNESDAY);
        var id = UUID.randomUUID();

        story.in(practice, () -> {
            estimates.asked(id, one, group, TODAY, true, "", ROSA);
            estimates.asked(id, other, group, TODAY, true, "", ROSA);
            return true;
        });

        var kept =
                story.in(practice, () -> store.asked(List.of(other))).getFirst().id();
        assertThat(kept).isNotEqualTo(id);
        assertThat(story.in(practice, () -> trail.entriesAbout(other.value())))
                .anySatisfy(entry -> assertThat(entry.toString()).contains("question " + kept))
                .noneSatisfy(entry -> assertThat(entry.toString()).contains("question " + id));
    }

    private void asks(PatientId patient) {
        story.in(practice, () -> {
            estimates.asked(UUID.randomUUID(), patient, group, TODAY, false, "", ROSA);
            return true;
        });
    }
}
