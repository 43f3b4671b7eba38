package org.circlekeeper.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.circlekeeper.access.Role;
import org.circlekeeper.attendance.web.Circle;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.scheduling.Attended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How many came to the last sessions of a group. */
@PracticeTest
class LastAttendanceTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    PracticeScope scope;

    @Autowired
    Encounters encounters;

    @Autowired
    Attended attended;

    private Circle.Made made;

    @BeforeEach
    void a_group_of_ten() {
        made = circle.made();
    }

    @Test
    void only_a_closed_sheet_counts_and_the_card_of_the_group_shows_who_came() {
        scope.run(made.practice(), () -> {
            encounters.mark(
                    made.today(),
                    made.members().subList(0, 8),
                    Encounters.Mark.of(Presence.PRESENT),
                    AnyPractice.TESTER);
            encounters.mark(
                    made.today(),
                    made.members().subList(8, 10),
                    Encounters.Mark.of(Presence.ABSENT),
                    AnyPractice.TESTER);
        });
        assertThat(last()).isEmpty();

        scope.run(made.practice(), () -> encounters.close(made.today(), AnyPractice.TESTER));
        assertThat(last()).containsExactly(new Attended.Came(LocalDate.of(2026, 11, 23), 8, 10));
        assertThat(browser.get()
                        .uri("/groups")
                        .cookie(new Cookie(
                                "circlekeeper",
                                Objects.requireNonNull(made.tokens().get(Role.OWNER)))))
                .bodyText()
                .contains("Came last: 8", "<rect x=");
    }

    private List<Attended.Came> last() {
        return scope.in(made.practice(), () -> attended.last(8)).getOrDefault(made.group(), List.of());
    }
}
