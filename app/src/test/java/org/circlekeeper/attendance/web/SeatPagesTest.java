package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Objects;
import org.circlekeeper.access.Role;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Seats as a person gives, pauses, moves and ends them: what it would change is read before it is done. */
@PracticeTest
class SeatPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    PracticeScope scope;

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    private Circle.Made made;
    private String owner;
    private String group;

    @BeforeEach
    void a_group_of_ten_with_twelve_seats() {
        made = circle.made();
        owner = Objects.requireNonNull(made.tokens().get(Role.OWNER));
        group = "/groups/" + made.group();
    }

    @Test
    void before_a_seat_is_given_it_is_said_which_sheets_change() {
        var kim = any.patient(made.practice());

        assertThat(post(group + "/add", "patient", kim.toString(), "from", "2026-11-23"))
                .hasStatusOk()
                .bodyText()
                .contains("They get one of 2 free seats of Monday Circle.")
                .contains("This member is on 1 sheet of Monday Circle from Mon 30 Nov on.")
                .contains("1 open sheet of an earlier day changes too.")
                .contains("No message goes out by this.");
        assertThat(of(kim)).isNull();
        assertThat(post(group + "/memberships", "patient", kim.toString(), "from", "2026-11-30"))
                .hasStatus(303);
        assertThat(page(group)).bodyText().contains("Begins later").contains("10 of 12 seats, 1 on hold or to come");
    }

    @Test
    void on_the_member_s_page_too_it_is_said_before_a_seat_is_given_and_looking_gives_none() {
        var kim = any.patient(made.practice());
        var seats = "/patients/" + kim + "/memberships";

        assertThat(post(seats, "group", made.group().toString(), "from", "2026-11-30", "look", "yes"))
                .hasStatusOk()
                .bodyText()
                .contains("They get one of 2 free seats of Monday Circle.", "No message goes out by this.");
        assertThat(of(kim)).isNull();
        assertThat(post(seats, "group", made.group().toString(), "from", "", "look", "yes"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the first day on which the seat is theirs.");
        assertThat(post(seats, "group", made.group().toString(), "from", "2026-11-30"))
                .hasStatus(303);
    }

    @Test
    void i03_a_payer_that_allows_fewer_people_is_named_before_a_seat_is_given_and_nobody_it_pays_for_is() {
        var kim = any.patient(made.practice());

        assertThat(post(group + "/add", "patient", kim.toString(), "from", "2026-11-30"))
                .hasStatusOk()
                .bodyText()
                .contains("With them 11 people would sit there; State Medicaid allows 10.", "Look at it")
                .doesNotContain("Evergreen allows", "The seat cannot be given like this.");
        assertThat(post(group + "/memberships", "patient", kim.toString(), "from", "2026-11-30"))
                .as("it warns and stops nothing")
                .hasStatus(303);
    }

    @Test
    void a_full_group_says_from_when_a_seat_is_free() {
        scope.run(
                made.practice(),
                () -> groups.change(
                        made.group(),
                        new Groups.Settings(
                                "Monday Circle", 10, made.leader(), DateRange.from(LocalDate.of(2026, 10, 5))),
                        TESTER));
        var kim = any.patient(made.practice());
        end(made.members().getFirst(), "2026-12-07");

        assertThat(post(group + "/add", "patient", kim.toString(), "from", "2026-11-30"))
                .bodyText()
                .contains("All 10 seats are taken or offered then. A seat is free for good from Tue 8 Dec 2026 on.")
                .contains("The seat cannot be given like this.");
        assertThat(post(group + "/memberships", "patient", kim.toString(), "from", "2026-11-30"))
                .hasStatus(422)
                .bodyText()
                .contains("All 10 seats are taken then.");
    }

    @Test
    void a_pause_shows_the_sheets_it_empties_and_is_ended_early() {
        var ana = seat(made.members().getFirst());

        assertThat(page(ana + "?change=hold&first=2026-11-30&last=2026-12-13"))
                .hasStatusOk()
                .bodyText()
                .contains("They keep the seat, and nobody expects them from Mon 30 Nov 2026 to Sun 13 Dec 2026.")
                .contains("This member is not on 1 sheet of Monday Circle");
        assertThat(post(ana + "/hold", "first", "2026-11-30", "last", "2026-12-13", "reason", "away"))
                .hasStatus(303);
        assertThat(page("/sessions/" + made.tomorrow())).bodyText().doesNotContain("Ruiz");
        assertThat(post(ana + "/hold", "first", "2026-12-01", "last", "2026-12-20", "reason", "away"))
                .hasStatus(422)
                .bodyText()
                .contains("They pause on some of these days already.");
        var hold = Objects.requireNonNull(of(made.members().getFirst()))
                .holds()
                .getFirst()
                .id();
        assertThat(post(ana + "/holds/" + hold + "/end", "back", "2026-11-30")).hasStatus(303);
        assertThat(page("/sessions/" + made.tomorrow())).bodyText().contains("Ruiz");
    }

    @Test
    void going_to_another_group_is_previewed_done_and_taken_back() {
        var evening = evening();
        var ana = seat(made.members().getFirst());

        assertThat(page(ana + "?change=transfer&to=" + evening + "&from=2026-11-30"))
                .hasStatusOk()
                .bodyText()
                .contains("Their last day in Monday Circle is Sun 29 Nov 2026.")
                .contains("This member comes off 1 sheet of Monday Circle from Mon 30 Nov on.")
                .contains("They get one of 4 free seats of Evening.");
        assertThat(post(ana + "/transfer", "to", evening.toString(), "from", "2026-11-30", "reason", "evenings fit"))
                .hasStatus(303);
        assertThat(page(group)).bodyText().contains("Going to another group");
        assertThat(page("/groups/" + evening)).bodyText().contains("Begins later");

        assertThat(post(ana + "/go-on", "reason", "stays after all")).hasStatus(303);
        assertThat(page("/groups/" + evening)).bodyText().contains("No members yet.");
        assertThat(page(ana)).bodyText().contains("goes on: stays after all").contains("evenings fit");
    }

    @Test
    void a_member_graduates_and_the_group_s_page_says_so_until_and_after_the_last_day() {
        var ana = end(made.members().getFirst(), "2026-12-07");

        assertThat(page(group)).bodyText().contains("Graduating").contains("last day Mon 7 Dec 2026, graduated: done");
        assertThat(post(ana + "/go-on", "reason", "")).hasStatus(422).bodyText().contains("Say why they stay.");
    }

    @Test
    void an_end_without_words_and_a_move_to_nowhere_are_refused_with_what_to_do() {
        evening();
        var ana = seat(made.members().getFirst());
        assertThat(post(ana + "/end", "last", "2026-09-01", "ending", "", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Choose how it ends.")
                .contains("The membership begins later than that.");
        assertThat(post(ana + "/transfer", "to", made.group().toString(), "from", "2026-11-30", "reason", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the group they go to.");
        assertThat(page(group + "/memberships/01990000-0000-7000-8000-000000000000"))
                .hasStatus(404);
    }

    private GroupId evening() {
        return scope.in(
                made.practice(),
                () -> groups.found(
                        groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false),
                        "Evening",
                        4,
                        made.other(),
                        DateRange.from(LocalDate.of(2026, 10, 5)),
                        TESTER));
    }

    private @Nullable Membership of(PatientId patient) {
        return scope.in(made.practice(), () -> rosters.of(patient)).stream()
                .findFirst()
                .orElse(null);
    }

    private String seat(PatientId patient) {
        return group + "/memberships/" + Objects.requireNonNull(of(patient)).id();
    }

    private String end(PatientId patient, String last) {
        var seat = seat(patient);
        assertThat(post(seat + "/end", "last", last, "ending", "GRADUATED", "reason", "done"))
                .hasStatus(303);
        return seat;
    }

    private MvcTestResult page(String uri) {
        return browser.get().uri(uri).cookie(new Cookie("circlekeeper", owner)).exchange();
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = browser.post().uri(uri).with(csrf()).cookie(new Cookie("circlekeeper", owner));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
