package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.roster.Cycles;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.OwnFees;
import org.circlekeeper.terms.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A fee of its own on the pages of kinds of groups and of a group: the owner sets it, the office reads it. */
@PracticeTest
class OwnFeePagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    PracticeScope scope;

    @Autowired
    Groups groups;

    @Autowired
    OwnFees fees;

    @Autowired
    Cycles cycles;

    private Circle.Made made;
    private Visitor owner;
    private Visitor office;
    private Group group;

    @BeforeEach
    void a_group() {
        made = circle.made();
        owner = new Visitor(browser, made.tokens().get(Role.OWNER));
        office = new Visitor(browser, made.tokens().get(Role.COORDINATOR));
        group = scope.in(made.practice(), () -> groups.find(made.group()).orElseThrow());
    }

    @Test
    void the_owner_gives_a_kind_and_a_group_fees_of_their_own() {
        var kind = "/groups/kinds/" + group.type() + "/fees";
        assertThat(owner.page("/groups/kinds")).contains("No fee of its own: the practice's for 90853 is charged.");
        assertThat(owner.after(owner.post(kind, "charge", "$80.50", "from", "2026-11-01")))
                .contains("The fee is set.", "$80.50", "Sun 1 Nov 2026");

        var page = "/groups/" + made.group();
        assertThat(owner.page(page)).contains("No fee of its own: that of its kind is charged");
        assertThat(owner.post(page + "/fees", "charge", "95", "from", "2026-11-15"))
                .hasStatus(303);
        assertThat(owner.post(page + "/fees", "charge", "", "from", "2026-12-01"))
                .hasStatus(303);
        assertThat(owner.page(page)).contains("$95.00", "None of its own");
        assertThat(on(LocalDate.of(2026, 11, 14))).isEqualTo(Money.dollars("80.50"));
        assertThat(on(LocalDate.of(2026, 11, 15))).isEqualTo(Money.dollars("95"));
        assertThat(on(LocalDate.of(2026, 12, 1))).isEqualTo(Money.dollars("80.50"));

        assertThat(owner.post(page + "/fees", "charge", "97", "from", "2026-11-15"))
                .hasStatus(303);
        assertThat(on(LocalDate.of(2026, 11, 15)))
                .as("one of the same day takes its place")
                .isEqualTo(Money.dollars("97"));
    }

    @Test
    void what_is_no_fee_is_said_beside_its_field_and_kept() {
        for (var path : new String[] {"/groups/kinds/" + group.type(), "/groups/" + made.group()}) {
            var refused = owner.post(path + "/fees", "charge", "-5", "from", "soon");
            assertThat(refused).as(path).hasStatus(422);
            assertThat(refused)
                    .bodyText()
                    .contains("Write the amount in dollars", "Choose the first day", "value=\"-5\"");
        }
        assertThat(scope.in(made.practice(), () -> fees.schedule().fees())).isEmpty();
        assertThat(owner.post("/groups/kinds/" + made.group() + "/fees", "charge", "5", "from", "2026-11-01"))
                .hasStatus(404);
    }

    @Test
    void the_office_reads_fees_and_sets_none() {
        var kind = "/groups/kinds/" + group.type() + "/fees";
        owner.post(kind, "charge", "80", "from", "2026-11-01");

        assertThat(office.page("/groups/kinds")).contains("$80.00").doesNotContain("Set a fee of its own");
        assertThat(office.post(kind, "charge", "5", "from", "2026-11-01")).hasStatus(403);
        assertThat(office.post("/groups/" + made.group() + "/fees", "charge", "5", "from", "2026-11-01"))
                .hasStatus(403);
        assertThat(on(LocalDate.of(2026, 11, 20))).isEqualTo(Money.dollars("80"));
    }

    @Test
    void the_next_cycle_of_a_group_charges_what_the_group_charges_then() {
        owner.post("/groups/" + made.group() + "/fees", "charge", "95", "from", "2026-11-15");

        var first = LocalDate.of(2027, 1, 4);
        var next =
                scope.in(made.practice(), () -> cycles.begin(group, "Spring 2027", first, new Actor.Operator("test")));

        assertThat(scope.in(made.practice(), () -> fees.schedule().on(next, group.type(), first)))
                .contains(Money.dollars("95"));
    }

    private Money on(LocalDate day) {
        return scope.in(
                made.practice(),
                () -> fees.schedule().on(made.group(), group.type(), day).orElse(Money.ZERO));
    }
}
