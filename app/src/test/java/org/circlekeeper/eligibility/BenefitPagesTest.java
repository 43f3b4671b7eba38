package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.ROSA;
import static org.circlekeeper.eligibility.AskingPractice.TODAY;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.CountedStatements;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.eligibility.FileEnrolment.Kind;
import org.circlekeeper.eligibility.FileEnrolment.State;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages about verified insurance, without scripts. */
@PracticeTest
class BenefitPagesTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private People people;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Ways ways;

    @Autowired
    private CountedStatements counted;

    private PracticeId practice;
    private GroupId group;
    private Visitor rosa;

    @BeforeEach
    void a_biller_and_a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = story.group(practice, "Circle", false);
        story.session(practice, group, WEDNESDAY);
        rosa = as(Role.BILLER);
    }

    private Visitor as(Role role) {
        var person = people.add(UUID.randomUUID() + "@example.org", "Somebody");
        people.giveRole(practice, person, role, new Actor.Operator("test"));
        return new Visitor(browser, signIns.begin(person, practice));
    }

    /** Sends a form whose fields stand in one line, as an address has them. */
    private MvcTestResult send(String path, String fields) {
        var pairs = Stream.of(fields.split("&"))
                .filter(pair -> !pair.isEmpty())
                .flatMap(pair -> Stream.of(pair.split("=", 2)))
                .toArray(String[]::new);
        return rosa.post(path, pairs);
    }

    @Test
    void an_empty_desk_says_so() {
        assertThat(rosa.page("/insurance")).contains("Nobody has a session in the next 7 days.");
        assertThat(rosa.page("/insurance?show=due")).contains("Everyone for the next 7 days is verified.");
        assertThat(rosa.page("/insurance/calls")).contains("No payer leaves anything open.");
        assertThat(rosa.page("/insurance/check")).contains("Nobody is due to be verified by file.");
        assertThat(rosa.page("/insurance/runs")).contains("No payer was asked by file yet.");
        assertThat(rosa.page("/insurance/files")).contains("No file of answers came yet.");
    }

    @Test
    void the_price_shows_before_the_press_and_the_run_after_it() {
        var member = story.member(practice, group, "BRHP1", "W1");
        story.member(practice, group, "BRHP1", "VISITLIMIT1");
        story.run(practice, () -> ways.keep(new Setting(7, Money.dollars("0.10")), ROSA));

        assertThat(rosa.page("/insurance")).contains("Check all due (2)", "This insurance was never verified.");
        assertThat(rosa.page("/insurance/check")).contains("One check costs $0.10: $0.20 in all.", "2 members");
        var pressed = rosa.post("/insurance/runs");
        assertThat(rosa.after(pressed)).contains("2 questions put.", "0 of 2 answered or settled", "for $0.20");
        var run = UUID.fromString(pressed.getResponse().getHeader("Location").substring("/insurance/runs/".length()));
        story.answers(practice, run).forEach(content -> story.comes(practice, content));

        assertThat(rosa.page("/insurance/runs/" + run))
                .contains("2 of 2 answered or settled", "The plan is active. Group therapy: covered.");
        assertThat(rosa.page("/insurance")).contains("3 of 20 left", "$25.00", "Verified");
        assertThat(rosa.page("/insurance?show=due")).contains("Everyone for the next 7 days is verified.");
        assertThat(rosa.page("/patients/" + member + "/benefits"))
                .contains("answers about", "What the payer wrote", "Relied upon through");
        assertThat(rosa.page("/insurance/files")).contains("2 answers, 2 of them new.");
    }

    @Test
    void what_is_heard_by_phone_needs_a_reference_and_a_name_and_nothing_typed_is_lost() {
        var member = story.member(practice, group, "EVG01", "E1");
        var path = "/patients/" + member + "/benefits";
        var policy = story.in(practice, () -> story.payer("EVG01")) + ":E1";

        var refused = send(
                path,
                "policy="
                        + policy
                        + "&how=PHONE&day="
                        + TODAY.toString()
                        + "&status=ACTIVE&covered=YES&need=NO&copay=30.50&total=20&left=31&");
        assertThat(refused).hasStatus(422);
        assertThat(Visitor.text(refused))
                .contains("Write the reference number of the call", "More are left than the plan pays for", "30.50");

        var recorded = send(
                path,
                "policy="
                        + policy
                        + "&how=PHONE&day="
                        + TODAY.toString()
                        + "&reference=R-77&by=Kim Lowe&status=ACTIVE&covered=YES&need=NO&copay=30.50&total=20&left=3&");
        assertThat(rosa.after(recorded)).contains("R-77", "Kim Lowe", "$30.50", "3 of 20 left");
        assertThat(story.answer(practice, member).benefits().isCovered()).isTrue();
    }

    @Test
    void without_an_active_plan_nothing_can_be_written_down_as_covered() {
        var member = story.member(practice, group, "EVG01", "E2");
        var policy = story.in(practice, () -> story.payer("EVG01")) + ":E2";

        var refused = send(
                "/patients/" + member + "/benefits",
                "policy=" + policy + "&how=PORTAL&day=" + TODAY.toString() + "&status=UNKNOWN&covered=YES&need=NO&");

        assertThat(refused).hasStatus(422);
        assertThat(Visitor.text(refused)).contains("Without an active plan nothing is covered.");
    }

    @Test
    void one_call_is_about_many_members_under_one_reference_number() {
        var one = story.member(practice, group, "EVG01", "E3");
        var other = story.member(practice, group, "EVG01", "E4");
        var third = story.member(practice, group, "EVG01", "E5");
        story.run(
                practice,
                () -> ways.record(
                        new FileEnrolment(
                                story.payer("EVG01"), Kind.BENEFITS, State.REFUSED, TODAY, "", "its letter", "Rosa"),
                        ROSA));
        var page = rosa.page("/insurance/calls");
        assertThat(page).contains("Evergreen Health: 3 members", "Copy member id", "Is the plan active on");
        var call = page.replaceFirst("(?s).*name=\"call\" value=\"([0-9a-f]{12})\".*", "$1");

        var recorded = send(
                "/insurance/calls",
                "call="
                        + call
                        + "&how=PHONE&day="
                        + TODAY.toString()
                        + "&reference=R-9&by=Lee&"
                        + one
                        + "-E3-status=ACTIVE&"
                        + one
                        + "-E3-covered=YES&"
                        + one
                        + "-E3-need=NO&"
                        + other
                        + "-E4-status=INACTIVE&"
                        + other
                        + "-E4-covered=NO&"
                        + other
                        + "-E4-need=UNKNOWN&");

        assertThat(rosa.after(recorded))
                .contains("2 answers recorded under one reference.", "Evergreen Health: 1 member");
        assertThat(story.answer(practice, one).heard().reference()).isEqualTo("R-9");
        assertThat(story.answer(practice, other).heard().reference()).isEqualTo("R-9");
        assertThat(story.line(practice, third).latest()).isNull();
    }

    @Test
    void enrolments_and_pace_of_a_payer_are_kept_with_their_source() {
        var payer = "/insurance/payers/" + story.in(practice, () -> story.payer("EVG01"));

        assertThat(rosa.post(payer + "/enrolments", "kind", "270", "state", "STANDS", "day", ""))
                .hasStatus(422);
        send(payer + "/enrolments", "kind=835&state=ASKED_FOR&day=2026-11-02&through=Lakeside&source=its list&");
        rosa.post(payer + "/pace", "most", "200", "source", "its manual");

        assertThat(rosa.page(payer))
                .contains("asked for on Mon 2 Nov 2026, through Lakeside", "At most 200 people an hour.");
        assertThat(rosa.page("/insurance/settings")).contains("Evergreen Health", "nobody has said");
    }

    @Test
    void whoever_may_only_look_presses_nothing() {
        story.member(practice, group, "BRHP1", "W9");
        var officer = as(Role.COMPLIANCE);

        assertThat(officer.page("/insurance")).doesNotContain("Check all due");
        assertThat(officer.post("/insurance/runs")).hasStatus(403);
        assertThat(as(Role.THERAPIST).ask("/insurance")).hasStatus(403);
    }

    @Test
    void the_desk_asks_the_database_no_more_about_forty_people_than_about_one() {
        story.member(practice, group, "BRHP1", "W00");
        rosa.page("/insurance");
        counted.forget();
        rosa.page("/insurance");
        int withOne = counted.statements();
        for (int more = 1; more < 40; more++) {
            var circle = story.group(practice, "Circle " + more, false);
            story.session(practice, circle, WEDNESDAY);
            story.member(practice, circle, "BRHP1", "W" + more);
        }
        assertThat(story.lines(practice)).hasSize(40);
        counted.forget();
        rosa.page("/insurance");

        assertThat(counted.statements()).isEqualTo(withOne).isLessThan(32);
    }
}
