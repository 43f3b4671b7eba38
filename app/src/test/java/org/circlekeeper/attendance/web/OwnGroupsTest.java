package org.circlekeeper.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.Role;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What one therapist is told of another one's group: nothing, not even that there is one. */
@PracticeTest
class OwnGroupsTest {

    private static final Actor TEST = new Actor.Operator("test");
    private static final List<String> OF_MARCUS = List.of(
            "Ben", "Okafor", "Cleo", "Martin", "Dov", "Stern", "Elif", "Kaya", "Hugo", "Lind", "Monday Circle", "1980");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Circle circle;

    @Autowired
    PracticeScope scope;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    AuditTrail audit;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Circle.Made made;
    private GroupId skills;

    /** Jae Park sits in both groups. */
    @BeforeEach
    void marcus_leads_monday_and_dana_leads_tuesday() {
        made = circle.made();
        skills = scope.in(made.practice(), () -> {
            var type = groups.type("Skills", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            var days = DateRange.from(LocalDate.of(2026, 10, 6));
            var group = groups.found(type, "Tuesday Skills", 8, made.other(), days, TEST);
            rosters.join(group, made.members().getLast(), days, TEST);
            return group;
        });
    }

    @Test
    void every_route_with_an_id_answers_for_another_leader_s_record_as_for_one_that_is_not_there() {
        var nobodys = UUID.randomUUID().toString();
        int tried = 0;
        for (var route : routes().filter(path -> path.contains("{")).toList()) {
            var nothing = ask(at(route, nobodys), made.otherLeader());
            for (var id : idsOfMarcus()) {
                var answer = ask(at(route, id), made.otherLeader());
                assertThat(answer).as(route).hasStatus(nothing.getResponse().getStatus());
                assertThat(text(answer)).as(route).isEqualTo(text(nothing)).doesNotContain(OF_MARCUS);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(60);
        assertThat(ask("/groups/" + made.group(), made.otherLeader())).hasStatus(403);
    }

    @Test
    void no_page_without_an_id_tells_another_leader_of_the_group() {
        for (var route : routes().filter(path -> !path.contains("{")).toList()) {
            assertThat(text(ask(route, made.otherLeader()))).as(route).doesNotContain(OF_MARCUS);
        }
        for (var words : List.of("Ben", "03/12/1983", "Monday", "")) {
            for (var page : List.of("/patients", "/search")) {
                var answer = post(page, "q", words);
                assertThat(answer).hasStatusOk();
                assertThat(text(answer).replace("value=\"" + words + "\"", "")).doesNotContain(OF_MARCUS);
            }
        }
    }

    @Test
    void the_list_of_members_says_in_which_groups_each_is_and_who_pays() {
        assertThat(text(ask("/patients", made.tokens().get(Role.OWNER))))
                .contains("Groups\">Monday Circle<", "Payer\">Evergreen<", "Payer\">State Medicaid<");
        assertThat(text(ask("/patients", made.otherLeader())))
                .contains("Groups\">Tuesday Skills<")
                .doesNotContain("Monday Circle");
    }

    @Test
    void lists_and_counts_hold_the_own_ones_alone() {
        assertThat(text(ask("/patients", made.otherLeader())))
                .contains("1 member<", "Park, Jae", "You see the members of the groups you lead.");
        assertThat(text(ask("/groups", made.otherLeader()))).contains("Tuesday Skills", "You see the groups you lead");
        assertThat(text(ask("/patients", made.tokens().get(Role.THERAPIST)))).contains("10 members<");
        assertThat(text(ask("/patients", made.tokens().get(Role.OWNER)))).contains("10 members<");
        assertThat(text(ask("/groups", made.tokens().get(Role.COORDINATOR))))
                .contains("Tuesday Skills", "Monday Circle");
    }

    @Test
    void a_member_of_two_groups_is_shown_to_each_leader_without_the_other_group() {
        var jae = "/patients/" + made.members().getLast();

        assertThat(text(ask(jae, made.otherLeader())))
                .contains("Tuesday Skills")
                .doesNotContain("Monday Circle");
        assertThat(text(ask(jae, made.tokens().get(Role.THERAPIST))))
                .contains("Monday Circle")
                .doesNotContain("Tuesday Skills");
        assertThat(text(ask(jae, made.tokens().get(Role.COORDINATOR)))).contains("Monday Circle", "Tuesday Skills");
    }

    @Test
    void a_substitute_reads_the_sheet_of_that_day_and_who_sits_there_but_not_the_group() {
        var held = new SessionId[1];
        scope.run(made.practice(), () -> held[0] = substituted(LocalDate.of(2026, 11, 16)));

        assertThat(ask("/sessions/" + held[0], made.otherLeader())).hasStatusOk();
        assertThat(text(ask("/sessions/" + held[0], made.otherLeader()))).doesNotContain("/groups/" + made.group());
        assertThat(ask("/sessions/" + made.today(), made.otherLeader())).hasStatus(403);
        assertThat(ask("/patients/" + made.members().getFirst(), made.otherLeader()))
                .hasStatusOk();
        assertThat(ask("/groups/" + made.group(), made.otherLeader())).hasStatus(403);
    }

    @Test
    void a_hand_over_counts_with_the_next_click_and_the_old_leader_keeps_what_they_led() {
        scope.run(made.practice(), () -> {
            var days = DateRange.from(LocalDate.of(2026, 10, 5));
            groups.change(made.group(), new Groups.Settings("Monday Circle", 12, made.other(), days), TEST);
            sessions.lead(made.group(), made.other(), TEST);
        });
        var marcus = made.tokens().get(Role.THERAPIST);

        assertThat(ask("/groups/" + made.group(), marcus)).hasStatus(403);
        assertThat(ask("/sessions/" + made.today(), marcus)).hasStatusOk();
        assertThat(ask("/sessions/" + made.tomorrow(), marcus)).hasStatus(403);
        assertThat(ask("/groups/" + made.group(), made.otherLeader())).hasStatusOk();
        assertThat(ask("/sessions/" + made.today(), made.otherLeader())).hasStatusOk();
    }

    @Test
    void writing_is_refused_as_reading_is_and_each_try_stands_in_the_audit_trail() {
        for (var path : List.of("/patients/%s/diagnoses", "/patients/%s/plans", "/sessions/%s/close")) {
            var theirs = path.startsWith("/sessions")
                    ? made.today().toString()
                    : made.members().getFirst().toString();
            var nothing = post(path.formatted(UUID.randomUUID()));
            assertThat(nothing).as(path).hasStatus(403);
            assertThat(text(post(path.formatted(theirs)))).as(path).isEqualTo(text(nothing));
        }
        assertThat(scope.in(made.practice(), () -> audit.latest(1000)))
                .filteredOn(entry -> entry.kind().equals("refused"))
                .hasSize(6);
    }

    private SessionId substituted(LocalDate day) {
        var id = sessions.newId();
        var start = ZonedDateTime.of(day.atTime(7, 0), Circle.ZONE).toInstant();
        sessions.add(List.of(new Session(
                id,
                made.group(),
                null,
                day,
                start,
                start.plusSeconds(5400),
                made.other(),
                "11",
                Session.Status.PLANNED,
                null,
                false)));
        return id;
    }

    private List<String> idsOfMarcus() {
        var ids = new ArrayList<String>();
        ids.add(made.group().toString());
        ids.add(made.today().toString());
        ids.add(made.tomorrow().toString());
        made.members().stream().limit(9).forEach(member -> ids.add(member.toString()));
        return ids;
    }

    private Stream<String> routes() {
        return mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(route -> !MemberSignIn.isPath(route))
                .sorted();
    }

    private static String at(String route, String id) {
        return route.replaceAll("\\{[^}]+}", id);
    }

    private MvcTestResult ask(String path, String token) {
        return browser.get().uri(path).cookie(new Cookie("circlekeeper", token)).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = browser.post().uri(path).with(csrf()).cookie(new Cookie("circlekeeper", made.otherLeader()));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** The page without the token of its forms, which is another one each time. */
    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
