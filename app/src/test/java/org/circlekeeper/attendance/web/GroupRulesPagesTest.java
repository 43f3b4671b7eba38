package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.circlekeeper.access.Role;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is kept about groups and their kinds, as a person writes it down. */
@PracticeTest
class GroupRulesPagesTest {

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
    PracticeRules rules;

    @Autowired
    Practices practices;

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
    void a_group_ends_with_its_memberships_and_weekly_times() {
        assertThat(post(group + "/end", "last", "2026-11-29", "reason", "the cycle is over"))
                .hasStatus(303);

        assertThat(page(group))
                .bodyText()
                .contains("last day Sun 29 Nov 2026, for an administrative reason: the group ends: the cycle is over");
        assertThat(page("/groups")).bodyText().contains("Nothing planned");
    }

    @Test
    void a_group_cannot_have_fewer_seats_than_people() {
        assertThat(post(
                        group,
                        "name",
                        "Monday Circle",
                        "capacity",
                        "9",
                        "leader",
                        made.leader().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("On some day more people have a seat");
    }

    @Test
    void fewer_than_a_session_needs_are_pointed_at_on_the_group_s_card() {
        post(
                group,
                "name",
                "Monday Circle",
                "capacity",
                "12",
                "minimum",
                "11",
                "leader",
                made.leader().toString());

        assertThat(page("/groups")).bodyText().contains("Could fall through: 10 expected, 11 needed.");
    }

    @Test
    void a_co_leader_sees_the_group_and_raises_what_a_payer_allows() {
        assertThat(page(group, made.otherLeader())).hasStatus(403);
        assertThat(post(group + "/leaders", "who", made.other().toString(), "part", "CO_LEADING", "from", "2026-11-01"))
                .hasStatus(303);

        assertThat(page(group, made.otherLeader())).hasStatusOk();
        assertThat(page(group))
                .bodyText()
                .contains("Dana Whitfield, PsyD co-leads")
                .contains("State Medicaid allows 10 people");
    }

    @Test
    void a_sheet_counts_whoever_co_led_its_session_since_the_day_that_was_said() {
        var co = new OwnRule(
                NewId.at(Instant.EPOCH),
                made.evergreen().id(),
                OwnRule.Kind.MOST_PEOPLE,
                14,
                2,
                DateRange.from(LocalDate.of(2026, 1, 1)),
                "provider manual",
                null);
        scope.run(made.practice(), () -> rules.keep(co, AnyPractice.TESTER));
        post("/sessions/" + made.today() + "/present");
        assertThat(page("/sessions/" + made.today())).bodyText().contains("Evergreen allows 12");

        post(group + "/leaders", "who", made.other().toString(), "part", "CO_LEADING", "from", "2026-11-01");
        assertThat(page("/sessions/" + made.today())).bodyText().contains("Evergreen allows 14");
    }

    @Test
    void a_trainee_and_a_supervisor_are_shown_and_raise_nothing_that_a_payer_allows() {
        var co = new OwnRule(
                NewId.at(Instant.EPOCH),
                made.evergreen().id(),
                OwnRule.Kind.MOST_PEOPLE,
                14,
                2,
                DateRange.from(LocalDate.of(2026, 1, 1)),
                "provider manual",
                null);
        scope.run(made.practice(), () -> rules.keep(co, AnyPractice.TESTER));
        post("/sessions/" + made.today() + "/present");

        post(group + "/leaders", "who", made.other().toString(), "part", "SUPERVISOR", "from", "2026-11-01");
        assertThat(page(group)).bodyText().contains("Dana Whitfield, PsyD supervises");
        assertThat(page("/sessions/" + made.today())).bodyText().contains("Evergreen allows 12");

        var name = new PersonName("Ines", "Costa");
        var learner =
                scope.in(made.practice(), () -> practices.add(name, "LSW", new Npi("1101408916"), "104100000X", ""));
        post(group + "/leaders", "who", learner.toString(), "part", "TRAINEE", "from", "2026-11-01");
        assertThat(page(group)).bodyText().contains("Ines Costa, LSW learns");
        assertThat(page("/sessions/" + made.today()))
                .bodyText()
                .contains("Evergreen allows 12")
                .doesNotContain("Evergreen allows 14");
    }

    @Test
    void kinds_of_groups_are_added_changed_and_removed_once_unused() {
        assertThat(post(
                        "/groups/kinds",
                        "name",
                        "Families",
                        "code",
                        "90849",
                        "joining",
                        "COHORT",
                        "families",
                        "yes",
                        "screened",
                        "yes"))
                .hasStatus(303);
        assertThat(page("/groups/kinds"))
                .bodyText()
                .contains("A family has a seat together")
                .contains("1 group is of it")
                .contains("No group is of it");
        assertThat(post("/groups/kinds", "name", "Education", "code", "90853", "joining", "OPEN"))
                .hasStatus(303);
        assertThat(page("/groups/kinds"))
                .bodyText()
                .containsPattern(screening("Families", "A therapist decides about each person first<"))
                .containsPattern(screening("Education", "None: it takes whoever is given a seat."));
        assertThat(post("/groups/kinds", "name", "families", "code", "9", "joining", ""))
                .hasStatus(422)
                .bodyText()
                .contains("There is a kind of this name already.")
                .contains("Choose when somebody may join.");
    }

    @Test
    void whom_a_kind_is_for_is_said_looked_at_and_keeps_the_kind_while_a_group_is_of_it() {
        var kind = "/groups/kinds/"
                + scope.in(made.practice(), () -> groups.find(made.group()).orElseThrow())
                        .type();
        assertThat(post(kind + "/criteria", "side", "for", "kind", "AGE_FROM", "wanted", "x", "says", "a"))
                .hasStatus(422)
                .bodyText()
                .contains("Write an age in years");
        assertThat(post(
                        kind + "/criteria",
                        "side",
                        "for",
                        "kind",
                        "AGE_FROM",
                        "wanted",
                        "60",
                        "says",
                        "For 60 and more."))
                .hasStatus(303);
        var kim = any.patient(made.practice());
        assertThat(post(group + "/add", "patient", kim.toString(), "from", "2026-11-30"))
                .bodyText()
                .contains("For 60 and more. On that day they are 46.")
                .contains("Why they sit here all the same");
        assertThat(post(kind + "/remove")).hasStatus(303);
        assertThat(page("/groups/kinds")).bodyText().contains("1 group is of it");
    }

    @Test
    void who_is_kept_apart_stands_on_a_page_of_its_own_and_not_on_the_member_s() {
        var ana = made.members().getFirst();
        var ben = made.members().get(1);
        assertThat(post(
                        "/patients/" + ana + "/apart",
                        "other",
                        ben.toString(),
                        "from",
                        "2026-11-23",
                        "reason",
                        "relatives"))
                .hasStatus(303);

        assertThat(page("/patients/" + ana + "/apart"))
                .bodyText()
                .contains("Okafor")
                .contains("relatives");
        assertThat(page("/patients/" + ben + "/apart")).bodyText().contains("Ruiz");
        assertThat(post("/patients/" + ana + "/apart/search", "find", "kaya"))
                .hasStatusOk()
                .bodyText()
                .contains("Elif Kaya, born")
                .doesNotContain("Dov Stern, born");
        assertThat(page("/patients/" + ana)).bodyText().contains("Kept apart").doesNotContain("Okafor");
    }

    @Test
    void the_next_cycle_begins_with_the_members_when_asked() {
        assertThat(post(group + "/next-cycle", "cycle", "Spring 2027", "first", "2027-01-04", "members", "yes"))
                .hasStatus(303);

        assertThat(page("/groups"))
                .bodyText()
                .contains("Monday Circle, Spring 2027")
                .contains("0 of 12 seats, 10 on hold or to come");
    }

    @Test
    void who_is_not_taken_along_into_the_next_cycle_is_named_with_what_stands_against_it() {
        var ana = made.members().get(0).toString();
        var ben = made.members().get(1).toString();
        assertThat(post("/patients/" + ana + "/apart", "other", ben, "from", "2026-11-23", "reason", "relatives"))
                .hasStatus(303);

        var begun = post(group + "/next-cycle", "cycle", "Spring 2027", "first", "2027-01-04", "members", "yes");
        assertThat(begun).hasStatus(303);
        var there = Objects.requireNonNull(begun.getResponse().getHeader("Location"));
        assertThat(there).isEqualTo(group + "/next-cycle?begun=Spring+2027");
        assertThat(page(there.replace('+', ' ')))
                .bodyText()
                .contains("Not taken along", "are not to sit together", "Add to Monday Circle, Spring 2027 by hand")
                .containsPattern("Ana Ruiz|Ben Okafor")
                .doesNotContain("Cleo Martin");
        assertThat(page(group + "/next-cycle")).bodyText().doesNotContain("Not taken along");
    }

    @Test
    void whoever_takes_the_call_writes_down_who_will_miss_a_session_to_come_and_no_other() {
        owner = Objects.requireNonNull(made.tokens().get(Role.COORDINATOR));
        var ana = made.members().getFirst().toString();
        var coming = "/sessions/" + made.tomorrow();

        assertThat(page(coming)).bodyText().contains("Will miss it");
        assertThat(post(coming + "/excused", "patient", ana)).hasStatus(303);
        assertThat(page(coming)).bodyText().contains("Expect them again").contains("Excused");
        assertThat(post(coming + "/excused/undo", "patient", ana)).hasStatus(303);
        assertThat(page(coming)).bodyText().doesNotContain("Expect them again");
        post("/sessions/" + made.today() + "/excused", "patient", ana);
        assertThat(page("/sessions/" + made.today())).bodyText().doesNotContain("Excused");
    }

    /** What the card of a kind says of screening, and no other card. */
    private static String screening(String kind, String says) {
        return "(?s)>" + kind + "</h2>((?!</section>).)*Screening</dt><dd>" + says;
    }

    private MvcTestResult page(String uri) {
        return page(uri, owner);
    }

    private MvcTestResult page(String uri, String token) {
        return browser.get().uri(uri).cookie(new Cookie("circlekeeper", token)).exchange();
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = browser.post().uri(uri).with(csrf()).cookie(new Cookie("circlekeeper", owner));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
