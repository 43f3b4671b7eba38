package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.MoneyPractice.ROSA;
import static org.circlekeeper.finance.MoneyPractice.TODAY;
import static org.circlekeeper.finance.MoneyPractice.WEDNESDAY;

import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PracticeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a seat asks of somebody's insurance. */
@PracticeTest
class CoverageCheckTest {

    @Autowired
    private MoneyPractice story;

    @Autowired
    private AnyPractice any;

    @Autowired
    private Rosters rosters;

    @Autowired
    private SeatRules rules;

    @Autowired
    private CoverageCheck check;

    @Autowired
    private Talks talks;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private People people;

    @Autowired
    private SignIns signIns;

    private PracticeId practice;
    private GroupId group;
    private PatientId somebody;

    @BeforeEach
    void somebody_who_has_no_seat_yet() {
        practice = story.open();
        group = story.group(practice);
        somebody = any.patient(practice);
    }

    private List<Finding> insurance() {
        return story.in(practice, () -> rosters.clearance(wanted(null))).stream()
                .filter(finding -> finding.code().startsWith("insurance-"))
                .toList();
    }

    private Admission wanted(@Nullable String despite) {
        return new Admission(group, somebody, DateRange.from(WEDNESDAY), despite);
    }

    private Rosters.Joined admit(@Nullable String despite) {
        return story.in(practice, () -> rosters.admit(wanted(despite), ROSA));
    }

    private void holds() {
        story.in(practice, () -> {
            rules.keep(SeatRule.HOLDS, ROSA);
            return true;
        });
    }

    @Test
    void a_gap_is_told_and_stops_nobody_until_the_practice_says_otherwise() {
        assertThat(insurance()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("insurance-no-insurance");
            assertThat(finding.weight()).isEqualTo(Finding.Weight.WARNS);
            assertThat(finding.because().sentence()).doesNotContain("Person");
        });
        assertThat(admit(null)).isInstanceOf(Rosters.Joined.Seated.class);
    }

    /** Nobody waits for seats that are locked while it is gathered. */
    @Test
    void what_is_told_alone_is_not_looked_up_while_somebody_is_seated() {
        assertThat(story.in(practice, check::onlyWarns)).isTrue();
        holds();
        assertThat(story.in(practice, check::onlyWarns)).isFalse();
    }

    @Test
    void where_it_holds_a_reason_passes_it() {
        holds();

        assertThat(admit(null))
                .isInstanceOfSatisfying(
                        Rosters.Joined.NotAdmitted.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::code)
                                .contains("insurance-no-insurance"));
        assertThat(admit("Their new card comes on Friday")).isInstanceOf(Rosters.Joined.Seated.class);
    }

    @Test
    void where_it_is_agreed_how_visits_are_paid_for_nothing_holds() {
        holds();
        talk(Outcome.FULL_FEE);

        assertThat(insurance()).isEmpty();
        assertThat(admit(null)).isInstanceOf(Rosters.Joined.Seated.class);
    }

    @Test
    void whoever_waits_until_it_is_settled_has_agreed_on_nothing() {
        holds();
        talk(Outcome.WAITS);

        assertThat(insurance()).hasSize(1);
        assertThat(admit(null)).isInstanceOf(Rosters.Joined.NotAdmitted.class);
    }

    private void talk(Outcome outcome) {
        var said = new Talk.Said(TODAY, "Rosa Diaz", "the member", TalkWay.PHONE, outcome, null, "", "");
        var done = story.in(practice, () -> talks.record(UUID.randomUUID(), somebody, "NO_INSURANCE:none", said, ROSA));
        assertThat(done).isInstanceOf(Talks.Recorded.Kept.class);
    }

    @Test
    void whose_payer_says_that_it_pays_has_nothing_against_them() {
        story.insure(practice, somebody, "EVG01", "W7", "P");
        assertThat(insurance()).extracting(Finding::code).containsExactly("insurance-not-known");

        story.heard(practice, somebody, "EVG01", "W7", ALine.fine());

        assertThat(insurance()).isEmpty();
    }

    @Test
    void the_rule_is_the_owners_and_everybody_who_bills_reads_it() {
        var owner = as(Role.OWNER);
        assertThat(owner.page("/insurance/seats")).contains("It is told, and stops nothing");
        assertThat(owner.post("/insurance/seats", "rule", "SOMETIMES")).hasStatus(422);

        assertThat(owner.after(owner.post("/insurance/seats", "rule", "HOLDS"))).contains("It holds until somebody");

        assertThat(as(Role.COMPLIANCE).page("/insurance/seats"))
                .contains("It holds until somebody")
                .doesNotContain("<button>Keep");
        assertThat(as(Role.COMPLIANCE).post("/insurance/seats", "rule", "TOLD")).hasStatus(403);
        assertThat(as(Role.THERAPIST).ask("/insurance/seats")).hasStatus(403);
    }

    private Visitor as(Role role) {
        var person = people.add(UUID.randomUUID() + "@example.org", "Somebody");
        people.giveRole(practice, person, role, new Actor.Operator("test"));
        return new Visitor(browser, signIns.begin(person, practice));
    }
}
