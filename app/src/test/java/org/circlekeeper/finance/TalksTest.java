package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.MoneyPractice.NOW;
import static org.circlekeeper.finance.MoneyPractice.TODAY;
import static org.circlekeeper.finance.MoneyPractice.WEDNESDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Talks about money: asked for, held, written down once. */
@PracticeTest
class TalksTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 5);

    @Autowired
    private MoneyPractice story;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private People people;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Talks talks;

    @Autowired
    private OpenGaps gaps;

    @Autowired
    private AskForTalks duty;

    private PracticeId practice;
    private GroupId group;
    private Visitor rosa;

    @BeforeEach
    void a_biller_and_a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = story.group(practice);
        rosa = as(Role.BILLER);
    }

    private Visitor as(Role role) {
        var person = people.add(UUID.randomUUID() + "@example.org", "Somebody");
        people.giveRole(practice, person, role, new Actor.Operator("test"));
        return new Visitor(browser, signIns.begin(person, practice));
    }

    private List<Step<Void>> plan() {
        return story.in(practice, () -> duty.plan(new Work(practice, AnyPractice.ZONE, NOW)));
    }

    @Test
    void medicaid_that_stands_first_beside_another_plan_is_settled_by_no_talk() {
        var member = story.member(practice, group, WEDNESDAY);
        story.insure(practice, member, "MCD01", "W5", "P");
        story.insure(practice, member, "EVG01", "W6", "S");
        var gap = story.in(practice, () -> gaps.of(member)).stream()
                .map(standing -> standing.gap().key())
                .filter(key -> key.startsWith("OTHER_INSURANCE"))
                .findFirst()
                .orElseThrow();

        rosa.post(path(member) + "/talks", form(gap, "PAYS_FIRST_TOLD", "basis", "Evergreen, says her employer"));

        assertThat(story.in(practice, () -> talks.of(member))).hasSize(1);
        assertThat(story.in(practice, () -> gaps.of(member)))
                .filteredOn(standing -> standing.gap().key().equals(gap))
                .singleElement()
                .satisfies(standing -> {
                    assertThat(standing.talked()).isPresent();
                    assertThat(standing.isSettled()).isFalse();
                    assertThat(standing.letsBegin()).isFalse();
                });
    }

    @Test
    void the_last_talk_is_the_one_that_was_held_last() {
        var member = story.member(practice, group, WEDNESDAY);

        rosa.post(path(member) + "/talks", form("NO_INSURANCE:none", "WAITS"));
        var earlier = form("NO_INSURANCE:none", "UNDECIDED");
        earlier[3] = TODAY.minusDays(20).toString();
        rosa.post(path(member) + "/talks", earlier);

        assertThat(story.in(practice, () -> talks.of(member)))
                .extracting(talk -> talk.said().outcome())
                .containsExactly(Outcome.WAITS, Outcome.UNDECIDED);
        assertThat(plan()).isEmpty();
    }

    private static String[] form(String gap, String outcome, String... more) {
        var fields = new ArrayList<>(List.of("gap", gap, "day", TODAY.toString(), "how", "PHONE", "by", "Rosa Diaz"));
        fields.addAll(List.of("with", "the member", "outcome", outcome));
        fields.addAll(Arrays.asList(more));
        return fields.toArray(String[]::new);
    }

    private static String path(PatientId member) {
        return "/patients/" + member + "/money";
    }

    @Test
    void whoever_begins_without_insurance_is_talked_with_once() {
        var member = story.member(practice, group, WEDNESDAY);
        story.member(practice, group, LONG_AGO);

        assertThat(plan()).singleElement().satisfies(step -> {
            assertThat(step).isInstanceOf(Step.Ask.class);
            assertThat(step.key()).isEqualTo("talk:" + member + ":NO_INSURANCE:none");
        });
        assertThat(rosa.page(path(member)))
                .contains(
                        "No insurance is on file",
                        "A session of theirs costs $90.00",
                        "To talk about",
                        "sliding scale");
        var done = rosa.post(
                path(member) + "/talks",
                form("NO_INSURANCE:none", "SLIDING_FEE", "amount", "45.50", "note", "Monthly"));

        assertThat(rosa.after(done))
                .contains("Wrote down what came of the talk.", "$45.50 a session", "Monthly", "Talked about");
        assertThat(plan()).isEmpty();
    }

    @Test
    void who_thinks_it_over_is_asked_about_still() {
        var member = story.member(practice, group, WEDNESDAY);

        rosa.post(path(member) + "/talks", form("NO_INSURANCE:none", "UNDECIDED"));

        assertThat(plan()).hasSize(1);
    }

    @Test
    void a_payer_that_does_not_pay_is_a_reason_to_talk_with_a_member_of_long_standing() {
        var member = story.member(practice, group, LONG_AGO);
        story.insure(practice, member, "MCD01", "W1", "P");
        assertThat(plan()).isEmpty();

        story.heard(
                practice,
                member,
                "MCD01",
                "W1",
                ALine.benefits(EligibilityStatus.ACTIVE, Covered.NO, null, AuthorizationNeed.NO, null));

        assertThat(plan()).singleElement().satisfies(step -> {
            assertThat(step.key())
                    .startsWith("talk:" + member + ":NOT_COVERED:")
                    .doesNotContain("W1");
            assertThat(step.because().sentence()).contains("State Medicaid").doesNotContain("Person");
        });
    }

    @Test
    void what_is_not_allowed_is_refused_with_its_sentence_and_nothing_typed_is_lost() {
        var member = story.member(practice, group, WEDNESDAY);
        story.insure(practice, member, "MCD01", "W2", "P");
        story.heard(
                practice,
                member,
                "MCD01",
                "W2",
                ALine.benefits(EligibilityStatus.ACTIVE, Covered.UNKNOWN, null, AuthorizationNeed.NO, null));
        var gap = "NOT_KNOWN:" + story.in(practice, () -> story.payer("MCD01")) + ":W2";

        var refused =
                rosa.post(path(member) + "/talks", form(gap, "FULL_FEE", "amount", "61.25", "note", "They insist"));

        assertThat(refused).hasStatus(422);
        assertThat(Visitor.text(refused)).contains("Nobody pays privately", "61.25", "They insist");
        assertThat(story.in(practice, () -> talks.of(member))).isEmpty();
    }

    @Test
    void a_form_that_is_sent_twice_is_one_talk() {
        var member = story.member(practice, group, WEDNESDAY);
        var id = UUID.randomUUID().toString();

        rosa.post(path(member) + "/talks", form("NO_INSURANCE:none", "WAITS", "talk", id));
        rosa.post(path(member) + "/talks", form("NO_INSURANCE:none", "WAITS", "talk", id));

        assertThat(story.in(practice, () -> talks.of(member))).hasSize(1);

        rosa.post(path(member) + "/talks", form("NO_INSURANCE:none", "OTHER_GROUP", "talk", id));

        assertThat(story.in(practice, () -> talks.of(member)))
                .as("gone back and changed is another talk")
                .extracting(talk -> talk.said().outcome())
                .containsExactlyInAnyOrder(Outcome.OTHER_GROUP, Outcome.WAITS);
    }

    @Test
    void a_gap_that_is_gone_meanwhile_loses_nothing_of_what_was_typed() {
        var member = story.member(practice, group, WEDNESDAY);
        story.insure(practice, member, "EVG01", "W3", "P");

        var refused = rosa.post(path(member) + "/talks", form("NO_INSURANCE:none", "WAITS", "note", "Calls back"));

        assertThat(refused).hasStatus(422);
        assertThat(Visitor.text(refused)).contains("does not stand any more", "Calls back");
    }

    @Test
    void what_is_agreed_is_kept_in_cents_with_who_said_it() {
        var member = story.member(practice, group, WEDNESDAY);

        rosa.post(path(member) + "/talks", form("NO_INSURANCE:none", "SLIDING_FEE", "amount", "45.50"));

        assertThat(story.in(practice, () -> talks.of(member))).singleElement().satisfies(talk -> {
            assertThat(talk.said().amount()).isEqualTo(new Money(4550));
            assertThat(talk.said().with()).isEqualTo("the member");
            assertThat(talk.about().payerClass()).isEqualTo(PayerClass.SELF_PAY);
            assertThat(talk.recordedBy()).isEqualTo("Somebody");
        });
    }

    @Test
    void a_leader_without_a_day_and_a_day_without_a_leader_are_not_dropped() {
        var member = story.member(practice, group, WEDNESDAY);
        var leader = story.in(practice, story::leader).toString();

        var noDay = rosa.post(path(member) + "/talks", form("NO_INSURANCE:none", "WAITS", "leader", leader));
        var nobody = rosa.post(path(member) + "/talks", form("NO_INSURANCE:none", "WAITS", "since", "2026-01-05"));
        var both = rosa.post(
                path(member) + "/talks", form("NO_INSURANCE:none", "WAITS", "leader", leader, "since", "2026-01-05"));

        assertThat(List.of(noDay, nobody, both))
                .allSatisfy(sent -> assertThat(sent).hasStatus(422));
        assertThat(story.in(practice, () -> talks.of(member))).isEmpty();
    }

    @Test
    void whoever_may_only_look_writes_nothing_and_a_therapist_does_not_look() {
        var member = story.member(practice, group, WEDNESDAY);
        var officer = as(Role.COMPLIANCE);

        assertThat(officer.page(path(member))).contains("No insurance").doesNotContain("Write it down");
        assertThat(officer.post(path(member) + "/talks", form("NO_INSURANCE:none", "WAITS")))
                .hasStatus(403);
        assertThat(as(Role.THERAPIST).ask(path(member))).hasStatus(403);
    }
}
