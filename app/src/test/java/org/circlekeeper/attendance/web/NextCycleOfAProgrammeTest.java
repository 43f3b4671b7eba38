package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.GroupRules;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Programmes;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A programme of several groups begins its next cycle in one step. */
@PracticeTest
class NextCycleOfAProgrammeTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 5);
    private static final DateRange AUTUMN = new DateRange(FIRST, LocalDate.of(2026, 12, 20));

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    PracticeScope scope;

    @Autowired
    Groups groups;

    @Autowired
    GroupRules rules;

    @Autowired
    Programmes programmes;

    @Autowired
    Sessions sessions;

    private Circle.Made made;
    private Visitor office;
    private UUID dbt;
    private GroupId mondays;

    @BeforeEach
    void a_programme_of_two_groups_and_one_of_an_earlier_cycle() {
        made = circle.made();
        office = new Visitor(browser, made.tokens().get(Role.OWNER));
        dbt = scope.in(made.practice(), () -> programmes.named("DBT"));
        mondays = group("Monday Skills", "Autumn 2026", DayOfWeek.MONDAY, "18:30");
        group("Wednesday Skills", "Autumn 2026", DayOfWeek.WEDNESDAY, "17:00");
        group("Friday Skills", "Summer 2026", DayOfWeek.FRIDAY, "10:00");
    }

    @Test
    void every_group_of_the_programme_in_that_cycle_begins_with_its_times_and_windows_moved() {
        assertThat(office.page("/groups/" + mondays + "/next-cycle"))
                .contains("Every group of DBT in this cycle", "Wednesday Skills, Autumn 2026")
                .doesNotContain("Friday Skills");

        assertThat(office.post(path(), "cycle", "Spring 2027", "first", "2027-01-04", "all", "yes"))
                .hasStatus(303);

        var spring = new DateRange(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 3, 21));
        assertThat(all())
                .filteredOn(group -> group.cycle().equals("Spring 2027"))
                .hasSize(2)
                .allSatisfy(group -> {
                    assertThat(group.programme()).isEqualTo(dbt);
                    assertThat(group.days()).isEqualTo(spring);
                    assertThat(group.capacity()).isEqualTo(8);
                    assertThat(scope.in(made.practice(), () -> rules.windows(group.id())))
                            .singleElement()
                            .satisfies(window -> {
                                assertThat(window.name()).isEqualTo("Module 1");
                                assertThat(window.first()).isEqualTo(LocalDate.of(2027, 1, 4));
                                assertThat(window.last()).isEqualTo(LocalDate.of(2027, 1, 17));
                            });
                });
        meets("Monday Skills, Spring 2027", DayOfWeek.MONDAY, "18:30", spring);
        meets("Wednesday Skills, Spring 2027", DayOfWeek.WEDNESDAY, "17:00", spring);
        assertThat(office.page("/groups")).contains("Monday Skills, Spring 2027", "Wednesday Skills, Spring 2027");
    }

    @Test
    void a_name_that_one_of_them_would_share_founds_none() {
        scope.run(
                made.practice(),
                () -> groups.found(
                        groups.type("Skills", ProcedureCode.GROUP_PSYCHOTHERAPY, false),
                        "Wednesday Skills, Spring 2027",
                        8,
                        made.leader(),
                        DateRange.from(FIRST),
                        TESTER));

        assertThat(office.post(path(), "cycle", "Spring 2027", "first", "2027-01-04", "all", "yes"))
                .hasStatus(422)
                .bodyText()
                .contains("There is a group called Wednesday Skills, Spring 2027 already.");
        assertThat(names()).doesNotContain("Monday Skills, Spring 2027");
    }

    @Test
    void without_the_tick_one_group_begins() {
        assertThat(office.post(path(), "cycle", "Spring 2027", "first", "2027-01-04"))
                .hasStatus(303);

        assertThat(names()).contains("Monday Skills, Spring 2027").doesNotContain("Wednesday Skills, Spring 2027");
    }

    private void meets(String name, DayOfWeek day, String start, DateRange days) {
        var group = all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(scope.in(made.practice(), () -> sessions.seriesOf(group.id())))
                .singleElement()
                .satisfies(series -> {
                    assertThat(series.rule().meetsOn(day)).isTrue();
                    assertThat(series.start()).isEqualTo(LocalTime.parse(start));
                    assertThat(series.days()).isEqualTo(days);
                });
    }

    private GroupId group(String name, String cycle, DayOfWeek day, String start) {
        return scope.in(made.practice(), () -> {
            var type = groups.type("Skills", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var settings = new Groups.Settings(name + ", " + cycle, 2, null, 8, made.leader(), AUTUMN, dbt, cycle);
            var id = groups.found(type, settings, TESTER);
            sessions.meetWeekly(id, day, LocalTime.parse(start), Duration.ofMinutes(90), AUTUMN, "11", TESTER);
            rules.open(id, "Module 1", FIRST, FIRST.plusDays(13), TESTER);
            return id;
        });
    }

    private List<Group> all() {
        return scope.in(made.practice(), groups::all);
    }

    private List<String> names() {
        return all().stream().map(Group::name).toList();
    }

    private String path() {
        return "/groups/" + mondays + "/next-cycle";
    }
}
