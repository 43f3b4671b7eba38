package org.circlekeeper.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.GivenPapers;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The inventory of papers, view by view: who stands in it, and who does not. */
@PracticeTest
class InventoryPagesTest {

    private static final String AGREEMENT = "group-confidentiality";

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    GivenPapers given;

    @Autowired
    MemberPapers papers;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvcTester browser;

    private OwnPages.Made made;
    private Visitor office;
    private String member;
    private String other;

    /** Two members of one group, of whom the first was given an agreement and a notice. */
    @BeforeEach
    void two_members_of_whom_one_has_papers() {
        made = own.made();
        office = own.staff(made, Role.COORDINATOR, browser);
        member = own.name(made, made.member());
        other = own.name(made, made.other());
        given.give(made.practice(), made.member());
    }

    @Test
    void given_none_shows_who_never_was_given_a_paper() {
        assertThat(office.page("/papers?show=NONE")).contains(other).doesNotContain(member);
        assertThat(office.page("/papers"))
                .contains(member, other)
                .contains("0 of 2 members have every paper they were given. 1 was given none.");

        given.give(made.practice(), made.other());
        assertThat(office.page("/papers?show=NONE")).contains("Nobody is in this view.");
    }

    @Test
    void running_out_shows_who_has_a_paper_that_holds_not_much_longer() {
        given.give(made.practice(), made.other());
        signed(made.member(), LocalDate.of(2026, 12, 5));
        signed(made.other(), LocalDate.of(2027, 11, 23));
        assertThat(office.page("/papers?show=SOON")).contains(member).doesNotContain(other);
    }

    @Test
    void taken_back_or_refused_shows_whose_word_was_withdrawn() {
        given.give(made.practice(), made.other());
        signed(made.member(), null);
        signed(made.other(), null);
        assertThat(office.page("/papers?show=WITHDRAWN")).contains("Nobody is in this view.");

        var paper = given.paper(made.practice(), made.member(), GivenPapers.AGREEMENT);
        any.run(made.practice(), () -> papers.withdraw(paper.id(), "changed their mind", TESTER));
        assertThat(office.page("/papers?show=WITHDRAWN")).contains(member).doesNotContain(other);
    }

    @Test
    void missing_shows_whose_packet_is_not_whole() {
        given.give(made.practice(), made.other());
        given.waiveAll(made.practice(), made.other());
        assertThat(office.page("/papers?show=MISSING")).contains(member).doesNotContain(other);
        given.waiveAll(made.practice(), made.member());
        assertThat(office.page("/papers?show=MISSING")).contains("Everyone has every paper they were given.");
    }

    @Test
    void one_group_shows_its_own_members_alone() {
        var third = any.patient(made.practice());
        var second = secondGroup(third);
        given.give(made.practice(), third);
        var name = own.name(made, third);
        assertThat(office.page("/papers?group=" + second)).contains(name).doesNotContain(member, other);
        assertThat(office.page("/papers?group=" + made.group()))
                .contains(member, other)
                .doesNotContain(name);
        assertThat(office.page("/papers?group=nonsense")).contains(member, other, name);
    }

    @Test
    void one_paper_shows_its_column_alone_and_each_view_is_about_it() {
        signed(made.member(), null);
        var all = office.page("/papers");
        assertThat(all).contains("<th scope=\"col\">Group agreement</th>", "<th scope=\"col\">Privacy notice</th>");
        assertThat(office.page("/papers?show=MISSING")).as("the notice is open").contains(member);

        var agreement = office.page("/papers?document=" + AGREEMENT);
        assertThat(agreement)
                .contains("<th scope=\"col\">Group agreement</th>")
                .doesNotContain("<th scope=\"col\">Privacy notice</th>")
                .contains("<option value=\"" + AGREEMENT + "\" selected")
                .contains("1 of 2 members have every paper they were given. 1 was given none.");
        assertThat(office.page("/papers?show=MISSING&document=" + AGREEMENT)).doesNotContain(member);
        assertThat(office.page("/papers?show=NONE&document=" + AGREEMENT))
                .contains(other)
                .doesNotContain(member);
        assertThat(office.page("/papers?document=no-such-paper"))
                .as("as if none were chosen")
                .contains(member, other);
    }

    @Test
    void whoever_left_is_found_by_the_days_on_which_they_had_a_seat() {
        given.give(made.practice(), made.other());
        leaves(made.member(), LocalDate.of(2026, 11, 10));
        assertThat(office.page("/papers")).contains(other).doesNotContain(member);

        assertThat(office.page("/papers?from=2026-11-01&until=2026-11-15")).contains(member, other);
        assertThat(office.page("/papers?from=2026-11-11&until=2026-11-15"))
                .contains(other)
                .doesNotContain(member);
        assertThat(office.page("/papers?until=2026-10-01")).contains("Nobody had a seat here then.");
        assertThat(office.ask("/papers?from=2026-11-15&until=2026-11-01"))
                .hasStatus(422)
                .bodyText()
                .contains("It is before the first day.");
    }

    @Test
    void the_file_holds_every_paper_of_everyone_in_the_view_and_what_became_of_older_ones() {
        signed(made.member(), null);
        var paper = given.paper(made.practice(), made.member(), GivenPapers.AGREEMENT);
        any.run(made.practice(), () -> papers.withdraw(paper.id(), "a reason of their own", TESTER));
        leaves(made.member(), LocalDate.of(2026, 11, 10));
        assertThat(office.page("/papers?from=2026-11-01")).contains("/papers/inventory.csv?group=");

        var file = office.page("/papers/inventory.csv?from=2026-11-01");
        assertThat(file.lines().filter(line -> line.contains(member) && line.contains("Group agreement")))
                .hasSize(2)
                .anyMatch(line -> line.contains(",1,English,") && line.contains(",withdrawn,"))
                .anyMatch(line -> line.contains(",to do,"));
        assertThat(file).contains(other + ",Tuesday Survivors,none was given").doesNotContain("a reason of their own");
        assertThat(office.page("/papers/inventory.csv")).doesNotContain(member);
        assertThat(any.in(
                        made.practice(), () -> audit.entriesAbout(made.member().value())))
                .anyMatch(entry -> entry.toString().contains("inventory as a file"));
    }

    private void leaves(PatientId patient, LocalDate last) {
        any.run(
                made.practice(),
                () -> rosters.of(patient)
                        .forEach(seat -> rosters.leave(seat.id(), last, Ending.MOVED, "moved away", TESTER)));
    }

    private void signed(PatientId patient, @Nullable LocalDate until) {
        var paper = given.paper(made.practice(), patient, GivenPapers.AGREEMENT);
        any.run(
                made.practice(),
                () -> assertThat(papers.signed(paper.id(), UUID.randomUUID(), until, TESTER))
                        .isTrue());
    }

    private GroupId secondGroup(PatientId third) {
        return any.in(made.practice(), () -> {
            var days = DateRange.from(LocalDate.of(2026, 10, 19));
            var type = groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var group = groups.found(type, "Friday Circle", 8, any.leader(made.practice()), days, TESTER);
            rosters.join(group, third, days, TESTER);
            return group;
        });
    }
}
