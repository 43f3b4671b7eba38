package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.MoneyPractice.NOW;
import static org.circlekeeper.finance.MoneyPractice.TODAY;
import static org.circlekeeper.finance.MoneyPractice.WEDNESDAY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.DiagnosisCode;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Good-faith estimates: owed in time, written, given, and measured by what was charged. */
@PracticeTest
class EstimatesTest {

    private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 12, 16);

    @Autowired
    private MoneyPractice story;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private People people;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Estimates estimates;

    @Autowired
    private OpenEstimates open;

    @Autowired
    private AskForEstimates duty;

    @Autowired
    private Charts charts;

    @Autowired
    private Payers payers;

    @Autowired
    private AuditTrail trail;

    private PracticeId practice;
    private GroupId group;
    private Visitor rosa;

    @BeforeEach
    void a_biller_and_a_group_with_a_regular_time() {
        practice = story.open();
        group = story.group(practice);
        story.meetsOnWednesdays(practice, group);
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

    private String write(PatientId member, LocalDate from) {
        var done = rosa.post("/patients/" + member + "/estimates", "group", group.toString(), "from", from.toString());
        assertThat(done).hasStatus3xxRedirection();
        return done.getResponse().getRedirectedUrl();
    }

    private void give(String estimate) {
        rosa.post(estimate + "/given", "on", TODAY.toString(), "way", "HANDED", "to", "the member");
    }

    @Test
    void whoever_begins_without_insurance_has_one_in_time_and_is_asked_about_no_more() {
        var member = story.member(practice, group, WEDNESDAY);
        story.plan(practice, group, List.of(NEXT_MONTH));

        assertThat(plan()).singleElement().satisfies(step -> {
            assertThat(step.key()).startsWith("estimate:" + member);
            assertThat(((Step.Ask<Void>) step).question())
                    .contains("No insurance is on file.", "Give it by Fri 27 Nov 2026")
                    .doesNotContain("Person");
        });
        var estimate = write(member, WEDNESDAY);
        assertThat(plan()).as("written and not given").hasSize(1);
        give(estimate);
        assertThat(plan()).isEmpty();
        assertThat(rosa.page("/patients/" + member + "/money")).contains("Given Mon 23 Nov 2026", "None is owed");
    }

    @Test
    void it_says_what_the_rule_asks_for() {
        var member = story.member(practice, group, WEDNESDAY);

        var bare = rosa.page(write(member, WEDNESDAY));
        assertThat(bare)
                .contains("born 1 Jan 1980", "90853", "none yet", "No diagnosis has been made", "$90.00", "1101408916")
                .contains("987650001", "Springfield, IL", "once a week", "$400", "not a contract", "Not given yet");
        story.in(practice, () -> {
            charts.diagnose(member, List.of(new DiagnosisCode("F33.1")), TODAY, MoneyPractice.ROSA);
            return member;
        });
        assertThat(rosa.page(write(member, WEDNESDAY))).contains("F33.1").doesNotContain("No diagnosis");
    }

    @Test
    void it_tells_of_every_wednesday_of_twelve_months_at_the_fee_that_was_agreed() {
        var member = story.member(practice, group, WEDNESDAY);
        rosa.post(
                "/patients/" + member + "/money/talks",
                "gap",
                "NO_INSURANCE:none",
                "day",
                TODAY.toString(),
                "how",
                "PHONE",
                "by",
                "Rosa Diaz",
                "with",
                "the member",
                "outcome",
                "SLIDING_FEE",
                "amount",
                "45");

        write(member, WEDNESDAY);

        assertThat(story.in(practice, () -> estimates.of(member)))
                .singleElement()
                .satisfies(one -> {
                    var sessions = one.contents().sessions();
                    assertThat(sessions.fee()).isEqualTo(Money.dollars("45"));
                    assertThat(sessions.days())
                            .as("as long as what was agreed holds")
                            .hasSize(52)
                            .startsWith(WEDNESDAY)
                            .endsWith(LocalDate.of(2027, 11, 17));
                    assertThat(one.reason()).isEqualTo(EstimateReason.OFFERED);
                });
    }

    @Test
    void who_has_a_plan_is_owed_one_when_they_ask_and_want_no_claim() {
        var member = story.member(practice, group, WEDNESDAY);
        story.insure(practice, member, "EVG01", "W9", "P");
        assertThat(plan()).isEmpty();

        rosa.post(asked(member), "group", group.toString(), "on", TODAY.toString(), "claim", "YES");
        assertThat(plan()).as("their plan is billed").isEmpty();
        rosa.post(asked(member), "group", group.toString(), "on", TODAY.toString(), "claim", "NO");

        assertThat(plan())
                .singleElement()
                .satisfies(step -> assertThat(((Step.Ask<Void>) step).question())
                        .contains("asked on Mon 23 Nov 2026", "Give it by Fri 27 Nov 2026"));
        assertThat(rosa.page("/patients/" + member + "/money")).contains("Give it by Fri 27 Nov 2026");
    }

    private static String asked(PatientId member) {
        return "/patients/" + member + "/money/asked";
    }

    @Test
    void another_fee_is_estimated_anew() {
        var member = story.member(practice, group, WEDNESDAY);
        story.plan(practice, group, List.of(NEXT_MONTH));
        give(write(member, WEDNESDAY));

        story.in(practice, () -> {
            payers.charge(ProcedureCode.GROUP_PSYCHOTHERAPY, TODAY, Money.dollars("100"));
            return member;
        });

        assertThat(plan())
                .singleElement()
                .satisfies(step -> assertThat(((Step.Ask<Void>) step).question())
                        .contains("A session costs $100.00 now, and $90.00 there."));
    }

    @Test
    void four_hundred_dollars_over_are_told() {
        var member = story.member(practice, group, LocalDate.of(2026, 1, 7));
        var estimate = story.in(practice, () -> story.givenLongAgo(member, group, 3));
        for (int visit = 1; visit <= 6; visit++) {
            story.came(practice, group, member, LocalDate.of(2026, 1, 7).plusWeeks(visit));
        }
        assertThat(watch(member)).as("six visits, three estimated").isEqualTo(EstimateWatch.ABOVE);

        story.came(practice, group, member, LocalDate.of(2026, 4, 1));
        assertThat(watch(member)).as("$360 over").isEqualTo(EstimateWatch.NEAR);
        story.came(practice, group, member, LocalDate.of(2026, 4, 8));

        assertThat(watch(member)).as("$450 over").isEqualTo(EstimateWatch.OVER);
        assertThat(plan()).extracting(Step::key).contains("estimate-over:" + estimate + ":OVER");
        assertThat(rosa.page("/patients/" + member + "/estimates/" + estimate))
                .contains("$450.00 over", "$720.00 of $270.00", "dispute the bill");
    }

    private EstimateWatch watch(PatientId member) {
        return story.in(practice, () -> open.of(member)).watched().getFirst().watch();
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_typed_is_lost() {
        var member = story.member(practice, group, WEDNESDAY);

        var noGroup = rosa.post("/patients/" + member + "/estimates", "group", "", "from", "2026-11-25");
        assertThat(noGroup).hasStatus(422);
        assertThat(Visitor.text(noGroup)).contains("Choose the group.", "2026-11-25");
        var past = rosa.post("/patients/" + member + "/estimates", "group", group.toString(), "from", "2026-11-22");
        assertThat(past).hasStatus(422);
        assertThat(Visitor.text(past)).contains("from today to a year ahead");
        var future = rosa.post(
                asked(member), "group", group.toString(), "on", "2026-11-24", "claim", "NO", "note", "By phone");
        assertThat(future).hasStatus(422);
        assertThat(Visitor.text(future)).contains("today at the latest", "By phone");
        var estimate = write(member, WEDNESDAY);
        var early = rosa.post(estimate + "/given", "on", "2026-11-22", "way", "HANDED", "to", "their mother");
        assertThat(early).hasStatus(422);
        assertThat(Visitor.text(early)).contains("on which it was written", "their mother");
        assertThat(story.in(practice, () -> estimates.of(member)))
                .singleElement()
                .satisfies(one -> assertThat(one.isGiven()).isFalse());
    }

    @Test
    void a_practice_without_a_fee_says_so() {
        var bare = story.openWithoutFee();
        var circle = story.group(bare);
        story.meetsOnWednesdays(bare, circle);
        var member = story.member(bare, circle, WEDNESDAY);

        var made =
                story.in(bare, () -> estimates.make(UUID.randomUUID(), member, circle, WEDNESDAY, MoneyPractice.ROSA));

        assertThat(made)
                .isInstanceOfSatisfying(
                        Estimates.Made.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("set no fee for 90853"));
    }

    @Test
    void a_form_that_is_sent_twice_writes_one() {
        var member = story.member(practice, group, WEDNESDAY);
        var id = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            rosa.post(
                    "/patients/" + member + "/estimates",
                    "id",
                    id,
                    "group",
                    group.toString(),
                    "from",
                    WEDNESDAY.toString());
            rosa.post(
                    "/patients/" + member + "/estimates/" + id + "/given",
                    "id",
                    id,
                    "on",
                    TODAY.toString(),
                    "way",
                    "POST",
                    "to",
                    "the member");
        }

        assertThat(story.in(practice, () -> estimates.of(member)))
                .singleElement()
                .satisfies(one -> assertThat(one.givings()).hasSize(1));
        assertThat(story.in(practice, () -> trail.entriesAbout(member.value())))
                .filteredOn(entry -> entry.toString().contains("gave a good-faith estimate"))
                .hasSize(1);
    }

    @Test
    void a_form_that_was_gone_back_to_and_changed_is_another_one() {
        var member = story.member(practice, group, WEDNESDAY);
        var id = UUID.randomUUID().toString();
        for (var from : List.of(WEDNESDAY, WEDNESDAY.plusWeeks(2))) {
            rosa.post(
                    "/patients/" + member + "/estimates", "id", id, "group", group.toString(), "from", from.toString());
        }
        for (var to : List.of("the member", "their mother")) {
            rosa.post(
                    "/patients/" + member + "/estimates/" + id + "/given",
                    "id",
                    id,
                    "on",
                    TODAY.toString(),
                    "way",
                    "POST",
                    "to",
                    to);
        }

        assertThat(story.in(practice, () -> estimates.of(member)))
                .hasSize(2)
                .anySatisfy(one -> assertThat(one.givings())
                        .extracting(Estimate.Giving::to)
                        .containsExactlyInAnyOrder("the member", "their mother"));
    }

    @Test
    void whoever_may_only_look_writes_nothing() {
        var member = story.member(practice, group, WEDNESDAY);
        var estimate = write(member, WEDNESDAY);
        var officer = as(Role.COMPLIANCE);

        assertThat(officer.page(estimate)).contains("Good-faith estimate").doesNotContain("Write it down");
        assertThat(officer.post(estimate + "/given", "on", TODAY.toString(), "way", "HANDED", "to", "them"))
                .hasStatus(403);
        assertThat(officer.post("/patients/" + member + "/estimates", "group", group.toString(), "from", "2026-11-25"))
                .hasStatus(403);
        assertThat(as(Role.THERAPIST).ask(estimate)).hasStatus(403);
    }
}
