package org.circlekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditEntry;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The access table, made from the routes themselves, and each of its denials tried (I18). */
@PracticeTest
class AccessTableTest {

    private static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    AuditTrail audit;

    @Autowired
    PracticeScope scope;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private PracticeId practice;
    private Map<Role, String> tokens;

    /** One row of the table. */
    private record Route(String method, String path, HandlerMethod handler) {

        Permission needs() {
            return handler.getMethodAnnotation(Needs.class).value();
        }

        boolean isOpen() {
            return handler.hasMethodAnnotation(Open.class);
        }

        boolean isForMembers() {
            return handler.hasMethodAnnotation(ForMembers.class);
        }

        String uri() {
            return path.replaceAll("\\{[^}]+}", NOBODYS_ID);
        }
    }

    @BeforeEach
    void somebody_in_each_role() {
        practice = new PracticeId(NewId.at(clock.instant()));
        tokens = new EnumMap<>(Role.class);
        for (var role : Role.values()) {
            var person = people.add(role + "@" + practice + ".example", role.onScreen());
            people.giveRole(practice, person, role, new Actor.Operator("test"));
            tokens.put(role, signIns.begin(person, practice));
        }
    }

    @Test
    void i18_a_route_without_a_row_is_denied() {
        var without = routes().stream()
                .filter(route -> !route.isOpen()
                        && !route.isForMembers()
                        && !route.handler().hasMethodAnnotation(Needs.class))
                .map(route -> route.method() + " " + route.path())
                .toList();
        assertThat(without).as("routes without @Needs, @ForMembers or @Open").isEmpty();
    }

    /** Whoever is staff, in whatever role, is at the members' own pages nobody. */
    @Test
    void i18_no_role_of_staff_opens_a_route_of_the_members_own_pages() {
        var members = routes().stream().filter(Route::isForMembers).toList();
        assertThat(members).isNotEmpty();
        for (var route : members) {
            assertThat(request(route).exchange()).as(route.toString()).hasStatus3xxRedirection();
            for (var role : Role.values()) {
                assertThat(ask(route, role))
                        .as(role + " " + route)
                        .hasStatus3xxRedirection()
                        .redirectedUrl()
                        .startsWith("/portal/sign-in");
            }
        }
    }

    @Test
    void i18_a_change_without_the_token_of_our_forms_is_refused_to_members_too() {
        for (var route : routes().stream()
                .filter(route ->
                        MemberSignIn.isPath(route.path()) && route.method().equals("POST"))
                .toList()) {
            assertThat(browser.post().uri(route.uri()).exchange())
                    .as(route.toString())
                    .hasStatus(403);
        }
    }

    /** A controller whose author forgot the row. */
    public static final class Forgotten {
        public ResponseEntity<String> show() {
            return ResponseEntity.ok("secret");
        }
    }

    @Test
    void i18_a_route_somebody_forgot_answers_nobody() throws NoSuchMethodException {
        var route = RequestMappingInfo.paths("/forgotten").build();
        mapping.registerMapping(route, new Forgotten(), Forgotten.class.getMethod("show"));
        try {
            for (var token : tokens.values()) {
                assertThat(browser.get().uri("/forgotten").cookie(new Cookie("circlekeeper", token)))
                        .hasStatus(404)
                        .bodyText()
                        .doesNotContain("secret");
            }
        } finally {
            mapping.unregisterMapping(route);
        }
    }

    @Test
    void i18_a_role_without_the_permission_is_refused_on_every_route() {
        int refused = 0;
        for (var route : guarded()) {
            for (var role : Role.values()) {
                if (!route.needs().roles().contains(role)) {
                    var answer = ask(route, role);
                    assertThat(answer).as(role + " " + route).hasStatus(403);
                    assertThat(answer).bodyText().contains("Not yours to read.");
                    refused++;
                }
            }
        }
        assertThat(refusals()).as("each refusal stands in the audit trail").hasSize(refused);
    }

    @Test
    void i18_whoever_has_not_signed_in_is_sent_to_the_door_on_every_route() {
        for (var route : guarded()) {
            var answer = request(route).exchange();
            assertThat(answer).as(route.toString()).hasStatus3xxRedirection();
            assertThat(answer.getResponse().getRedirectedUrl()).startsWith("/");
        }
    }

    @Test
    void i18_a_change_without_the_token_of_our_forms_is_refused() {
        for (var route : guarded().stream()
                .filter(route -> !route.method().equals("GET"))
                .toList()) {
            var request = browser.method(HttpMethod.valueOf(route.method()))
                    .uri(route.uri())
                    .cookie(new Cookie("circlekeeper", tokens.get(Role.OWNER)));
            assertThat(request.exchange()).as(route.toString()).hasStatus(403);
        }
    }

    @Test
    void the_page_about_access_is_true() {
        var rows = routes().stream()
                .filter(route -> !route.path().equals("/error"))
                .map(AccessTableTest::row)
                .sorted()
                .collect(Collectors.joining());
        var permissions = Stream.of(Permission.values())
                .map(permission -> "| %s | %s |\n".formatted(permission.name(), roles(permission)))
                .collect(Collectors.joining());
        Generated.assertMatches("access.md", """
                # Who may do what

                Made from the routes and `Permission` by AccessTableTest. What is not here is denied.
                Whoever lacks SEE_WHOLE_PRACTICE reads the groups they lead, their sheets and members, and no others.
                A route for members is opened by a sign-in to their own pages alone. It is about the member who signed
                in, or the one for whom somebody acts, in the parts that were granted to them.

                | permission | roles |
                |---|---|
                %s
                | route | method | needs | roles |
                |---|---|---|---|
                %s""".formatted(permissions, rows));
    }

    private static String row(Route route) {
        if (route.isForMembers()) {
            var part = route.handler().getMethodAnnotation(ForMembers.class).value();
            return "| %s | %s | for members: %s | a member, or who acts for one |\n"
                    .formatted(route.path(), route.method(), part.name().toLowerCase(Locale.ROOT));
        }
        return route.isOpen()
                ? "| %s | %s | open: %s | everyone |\n"
                        .formatted(
                                route.path(),
                                route.method(),
                                route.handler().getMethodAnnotation(Open.class).because())
                : "| %s | %s | %s | %s |\n"
                        .formatted(route.path(), route.method(), route.needs().name(), roles(route.needs()));
    }

    private static String roles(Permission permission) {
        return permission.roles().stream().sorted().map(Role::onScreen).collect(Collectors.joining(", "));
    }

    private List<Route> routes() {
        var routes = new TreeMap<String, Route>();
        mapping.getHandlerMethods()
                .forEach((info, handler) ->
                        each(info, handler).forEach(route -> routes.put(route.path() + " " + route.method(), route)));
        return new ArrayList<>(routes.values());
    }

    private static Stream<Route> each(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? List.of("GET") : methods)
                        .stream().map(method -> new Route(method, path, handler)));
    }

    private List<Route> guarded() {
        var guarded = routes().stream()
                .filter(route -> !route.isOpen() && !route.isForMembers())
                .toList();
        assertThat(guarded).isNotEmpty();
        return guarded;
    }

    private MvcTestResult ask(Route route, Role role) {
        return request(route)
                .cookie(new Cookie("circlekeeper", tokens.get(role)))
                .exchange();
    }

    private MockMvcRequestBuilder request(Route route) {
        return browser.method(HttpMethod.valueOf(route.method()))
                .uri(route.uri())
                .with(csrf());
    }

    private List<AuditEntry> refusals() {
        return scope.in(practice, () -> audit.latest(1000)).stream()
                .filter(entry -> entry.kind().equals("refused"))
                .toList();
    }
}
