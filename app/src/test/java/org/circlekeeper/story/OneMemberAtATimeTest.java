package org.circlekeeper.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.demo.Story;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every page about one member of the story, read for what would tell of another (I3). */
@PracticeTest
class OneMemberAtATimeTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Story story;

    @Autowired
    Home home;

    @Autowired
    MovableClock clock;

    @Autowired
    PracticeScope scope;

    @Autowired
    Patients patients;

    @Autowired
    Coverages coverages;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient db;

    private Story.Told told;
    private Cookie owner;

    @BeforeEach
    void an_owner_reads() {
        told = Told.once(story, home);
        clock.moveTo(Story.BEGINS);
        var person = people.add("reader@" + told.willowHouse() + ".example", "A Reader");
        people.giveRole(told.willowHouse(), person, Role.OWNER, new Actor.Operator("test"));
        owner = new Cookie("circlekeeper", signIns.begin(person, told.willowHouse()));
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        Told.leave(clock);
    }

    @Test
    void i03_no_page_about_one_member_tells_of_another() {
        var all = willow(() -> patients.search(""));
        assertThat(all).hasSizeGreaterThan(20);
        for (var one : all) {
            var others = all.stream()
                    .filter(other -> !other.id().equals(one.id()))
                    .flatMap(other -> marks(other).stream())
                    .toList();
            for (var page : pagesAbout(one)) {
                assertThat(browser.get().uri(page).cookie(owner))
                        .as("patient " + one.id() + ": " + page)
                        .hasStatusOk()
                        .bodyText()
                        .contains(one.name().last())
                        .doesNotContain(others);
            }
        }
    }

    /** What tells that it is this member and nobody else. */
    private List<CharSequence> marks(Patient patient) {
        var marks = new ArrayList<CharSequence>();
        marks.add(patient.id().toString());
        marks.add(patient.name().toString());
        marks.add(patient.name().last() + ", " + patient.name().first());
        if (!patient.email().isEmpty()) {
            marks.add(patient.email());
        }
        willow(() -> coverages.of(patient.id())).forEach(coverage -> marks.add(coverage.memberId()));
        return marks;
    }

    private List<String> pagesAbout(Patient patient) {
        var pages = new ArrayList<String>();
        pages.add("/patients/" + patient.id());
        pages.add("/patients/" + patient.id() + "/consents");
        pages.add("/patients/" + patient.id() + "/papers");
        pages.add("/patients/" + patient.id() + "/edit");
        willow(() -> db.sql("select id from claims.claim where patient_id = :patient order by id limit 2")
                        .param("patient", patient.id().value())
                        .query(UUID.class)
                        .list())
                .forEach(claim -> pages.add("/claims/" + claim));
        return pages;
    }

    private <T> T willow(Supplier<T> question) {
        return scope.in(told.willowHouse(), question);
    }
}
