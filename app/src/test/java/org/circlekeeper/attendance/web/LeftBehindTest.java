package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.CountedStatements;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Cycles;
import org.circlekeeper.roster.Groups;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Who sits in a cycle and has no seat in the next one: what holds them off is looked up, and nothing that only warns.
 */
@PracticeTest
class LeftBehindTest {

    /** Of each of ten members, with the page. */
    private static final int MOST_STATEMENTS = 260;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Cycles cycles;

    @Autowired
    CountedStatements counted;

    @Test
    void the_page_asks_for_each_of_them_what_holds_alone() {
        var made = circle.made();
        var office = new Visitor(browser, made.tokens().get(Role.OWNER));
        any.run(
                made.practice(),
                () -> cycles.begin(
                        groups.find(made.group()).orElseThrow(), "Spring 2027", LocalDate.of(2027, 1, 4), TESTER));
        counted.forget();

        var page = office.page("/groups/" + made.group() + "/next-cycle?begun=Spring 2027");

        assertThat(page).contains("Ana Ruiz", "Jae Park");
        assertThat(counted.statements()).isLessThan(MOST_STATEMENTS);
    }
}
