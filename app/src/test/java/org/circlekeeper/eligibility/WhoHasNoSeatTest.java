package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.ROSA;
import static org.circlekeeper.eligibility.AskingPractice.TODAY;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has no seat is asked about once they agreed, wherever somebody looks at them. */
@PracticeTest
class WhoHasNoSeatTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private DueList dueList;

    @Autowired
    private Runs runs;

    @Autowired
    private Ways ways;

    @Autowired
    private Rosters rosters;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = story.group(practice, "Circle", false);
        story.session(practice, group, WEDNESDAY);
    }

    private PatientId insured(String memberId) {
        var person = story.person(practice);
        story.insure(practice, person, "BRHP1", memberId, "P");
        return person;
    }

    private Verdict verdict(PatientId patient) {
        return story.in(practice, () -> dueList.of(patient)).getFirst().verdict();
    }

    private Runs.Started again(PatientId patient) {
        return story.in(practice, () -> {
            var policy = dueList.of(patient).getFirst().who().policy();
            return runs.again(policy, true, ROSA);
        });
    }

    @Test
    void nobody_asks_about_somebody_who_only_asked_for_a_seat_until_they_agreed() {
        var person = insured("ASKS1");
        story.wishes(practice, group, person, false);

        assertThat(verdict(person).kind()).isEqualTo(Verdict.Kind.NOT_ASKED);
        assertThat(again(person)).isInstanceOf(Runs.Started.Nobody.class);
        story.run(practice, () -> ways.agree(person, TODAY, "on the phone", ROSA));

        assertThat(again(person)).isInstanceOf(Runs.Started.Under.class);
    }

    @Test
    void nobody_asks_about_a_former_member() {
        var former = insured("LEFT1");
        story.run(
                practice,
                () -> rosters.join(group, former, new DateRange(AskingPractice.YEAR_BEGAN, TODAY.minusDays(1)), ROSA));

        assertThat(verdict(former).kind()).isEqualTo(Verdict.Kind.NOT_ASKED);
        assertThat(again(former)).isInstanceOf(Runs.Started.Nobody.class);
    }

    @Test
    void a_member_whose_group_does_not_meet_soon_is_asked_about_on_a_persons_word() {
        var later = story.group(practice, "Later Circle", false);
        var member = story.member(practice, later, "BRHP1", "LATER1");

        assertThat(story.line(practice, member)).isNull();
        assertThat(again(member)).isInstanceOf(Runs.Started.Under.class);
    }

    @Test
    void whoever_waits_for_a_part_2_group_is_told_to_no_payer_though_they_agreed() {
        var recovery = story.group(practice, "Recovery", true);
        var person = insured("PARTTWO1");
        story.wishes(practice, recovery, person, true);
        story.run(practice, () -> ways.agree(person, TODAY, "on the phone", ROSA));

        assertThat(verdict(person).kind()).isEqualTo(Verdict.Kind.NOT_ASKED);
        assertThat(verdict(person).because()).contains("42 CFR 2");
        assertThat(again(person)).isInstanceOf(Runs.Started.Nobody.class);
    }

    @Test
    void whoever_waits_and_agreed_is_asked_about() {
        var person = insured("WAITS1");
        story.wishes(practice, group, person, true);
        assertThat(story.verdict(practice, person)).isEqualTo(Verdict.Kind.NOT_ASKED);

        story.run(practice, () -> ways.agree(person, TODAY, "on the phone", ROSA));

        assertThat(story.verdict(practice, person)).isEqualTo(Verdict.Kind.DUE);
        assertThat(again(person)).isInstanceOf(Runs.Started.Under.class);
    }
}
