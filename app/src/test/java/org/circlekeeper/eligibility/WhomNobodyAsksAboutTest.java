package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.circlekeeper.eligibility.AskingPractice.ROSA;
import static org.circlekeeper.eligibility.AskingPractice.TODAY;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.io.IOException;
import java.nio.file.Files;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.eligibility.FileEnrolment.Kind;
import org.circlekeeper.eligibility.FileEnrolment.State;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.x12.eligibility.EligibilityInquiryReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** About whom no payer is asked, and whom only a person asks about. */
@PracticeTest
class WhomNobodyAsksAboutTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private Runs runs;

    @Autowired
    private Ways ways;

    @Autowired
    private DueList dueList;

    private PracticeId practice;
    private GroupId group;
    private SessionId session;

    @BeforeEach
    void a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = story.group(practice, "Circle", false);
        session = story.session(practice, group, WEDNESDAY);
    }

    @Test
    void i06_whoever_keeps_a_session_from_their_plan_stands_in_no_file_of_questions() throws IOException {
        var kept = story.member(practice, group, "BRHP1", "KEPT1");
        story.member(practice, group, "BRHP1", "OPEN1");
        story.run(practice, () -> restrictions.restrict(session, kept, TODAY, ROSA));

        var files = story.files(practice, story.press(practice));

        assertThat(story.verdict(practice, kept)).isEqualTo(Verdict.Kind.NOT_ASKED);
        assertThat(story.line(practice, kept).verdict().because()).contains("164.522");
        for (var file : files) {
            assertThat(Files.readString(story.outside(file))).contains("OPEN1").doesNotContain("KEPT1");
        }
    }

    @Test
    void i06_a_file_that_is_about_to_leave_is_called_back_when_somebody_in_it_asks_for_silence() throws IOException {
        var kept = story.member(practice, group, "BRHP1", "LATE1");
        story.member(practice, group, "BRHP1", "STAYS1");

        var run = story.in(practice, () -> {
            var started = (Runs.Started.Under) runs.start(false, ROSA);
            restrictions.restrict(session, kept, TODAY, ROSA);
            return started.run();
        });
        var calledBack = story.files(practice, run).getFirst();
        story.afterRound(practice);

        assertThat(calledBack.trouble()).isNotEmpty();
        assertThat(story.outside(calledBack)).doesNotExist();
        var left = story.files(practice, run).stream()
                .filter(file -> file.sentAt() != null)
                .findFirst()
                .orElseThrow();
        assertThat(EligibilityInquiryReader.all(Files.readAllBytes(story.outside(left))))
                .extracting(inquiry -> inquiry.memberId())
                .containsExactly("STAYS1");
        assertThat(story.in(practice, () -> runs.find(run)).orElseThrow().in(QuestionStatus.WITHDRAWN))
                .isOne();
    }

    @Test
    void a_member_without_insurance_pays_for_themselves_and_nobody_asks() {
        var member = story.person(practice);
        story.join(practice, group, member);

        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.NOT_ASKED);
    }

    @Test
    void a_member_of_a_part_2_group_without_a_consent_is_told_to_no_payer() {
        var recovery = story.group(practice, "Recovery", true);
        story.session(practice, recovery, WEDNESDAY);
        var member = story.member(practice, recovery, "BRHP1", "P2");

        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.NOT_ASKED);
        assertThat(story.line(practice, member).verdict().because()).contains("42 CFR 2");
    }

    @Test
    void medicare_is_asked_by_a_named_person_inside_the_united_states_alone() {
        var member = story.member(practice, group, "MCRB1", "1EG4TE5MK73");

        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.DUE_BY_PERSON);
        assertThat(story.in(practice, () -> runs.start(false, ROSA))).isInstanceOf(Runs.Started.Nobody.class);
        assertThat(story.in(practice, () -> runs.start(true, new Actor.Duty(VerifyEligibility.ID))))
                .isInstanceOf(Runs.Started.Nobody.class);
        assertThat(story.in(practice, () -> runs.start(true, ROSA))).isInstanceOf(Runs.Started.Under.class);
    }

    @Test
    void medicare_is_not_even_asked_anew_from_outside_of_the_united_states() {
        var member = story.member(practice, group, "MCRB1", "1EG4TE5MK75");
        var policy = story.line(practice, member).who().policy();
        story.askAndTakeIn(practice);
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.FINE);

        assertThat(story.in(practice, () -> runs.again(policy, false, ROSA))).isInstanceOf(Runs.Started.Nobody.class);
        assertThat(story.in(practice, () -> runs.again(policy, true, ROSA))).isInstanceOf(Runs.Started.Under.class);
    }

    @Test
    void who_has_an_advantage_plan_is_asked_about_there_and_not_at_medicare() {
        var member = story.member(practice, group, "MCRB1", "1EG4TE5MK74");
        story.insure(practice, member, "SADV1", "ADV1", "S");

        var lines = story.in(practice, () -> dueList.of(member));

        assertThat(lines)
                .extracting(
                        line -> line.who().insurance().payerId(),
                        line -> line.verdict().kind())
                .containsExactly(tuple("MCRB1", Verdict.Kind.NOT_ASKED), tuple("SADV1", Verdict.Kind.DUE));
    }

    @Test
    void a_payer_that_takes_no_questions_by_file_is_asked_by_hand() {
        var member = story.member(practice, group, "EVG01", "E1");
        story.run(
                practice,
                () -> ways.record(
                        new FileEnrolment(
                                story.payer("EVG01"),
                                Kind.BENEFITS,
                                State.ASKED_FOR,
                                TODAY,
                                "Harbor",
                                "its letter",
                                "Rosa"),
                        ROSA));

        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.BY_HAND);
        assertThat(story.line(practice, member).verdict().because()).contains("not enrolled for its 270");
        assertThat(story.line(practice, member).needsCall()).isTrue();
    }
}
