package org.circlekeeper.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.story.WhatRoutesTell.OF_MANY;
import static org.circlekeeper.story.WhatRoutesTell.OF_NOBODY;
import static org.circlekeeper.story.WhatRoutesTell.OF_ONE;
import static org.circlekeeper.story.WhatRoutesTell.OF_THEMSELVES;
import static org.circlekeeper.story.WhatRoutesTell.SEARCHES;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.circlekeeper.access.ChangesNothing;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.story.MarkedPractice.Marked;
import org.circlekeeper.story.MarkedPractice.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route, by what it may tell of members (I3): of the one it is about, of nobody, or of many for a reason. */
@PracticeTest
class OneMemberOnEachRouteTest {

    private static final Pattern ABOUT_ONE =
            Pattern.compile("/(patients|claims|waitlist|messages|signatures|calendar/appointments)/\\{id}.*");

    /** Drawn by lot, it may read like the name of anybody. */
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"[^\"]*\"");

    @Autowired
    MockMvcTester browser;

    @Autowired
    MarkedPractice practices;

    @Autowired
    WhatRoutesTake ids;

    @Autowired
    Rosters rosters;

    @Autowired
    Groups groups;

    @Autowired
    AuditTrail trail;

    @Autowired
    PracticeScope scope;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /** There an owner is let on to those members alone whom nobody else of the practice reads: here to none. */
    private static final String NO_OWNERS = "/messages/{id}";

    private Marked marked;

    @BeforeEach
    void three_members_whom_nothing_confuses() {
        marked = practices.open();
    }

    @Test
    void i03_each_route_tells_of_one_of_nobody_or_of_many_for_a_reason() {
        var said = new TreeSet<String>();
        Stream.of(OF_ONE, OF_NOBODY, OF_THEMSELVES, WhatRoutesTell.LEADING_ON, OF_MANY.keySet())
                .forEach(some -> some.forEach(route -> said.add(route.replaceAll("\\?.*", ""))));
        assertThat(routes(RequestMethod.GET).keySet()).isEqualTo(said);
    }

    @Test
    void i03_a_page_about_one_member_tells_of_no_other_in_any_role() {
        for (var member : marked.members()) {
            var others = marked.others(member);
            for (var route : OF_ONE) {
                for (var page : addresses(route, member)) {
                    for (var role : roles(RequestMethod.GET, route)) {
                        var answer = get(page, role);
                        if (role == Role.OWNER && NO_OWNERS.equals(route)) {
                            assertThat(answer).as(role + " " + page).hasStatus(403);
                            continue;
                        }
                        assertThat(answer).as(role + " " + page).hasStatusOk();
                        assertThat(answer).as(role + " " + page).bodyText().contains(sees(route, member));
                        tellsOfNone(answer, others, role + " " + page);
                    }
                }
            }
        }
    }

    /** A trail names nobody: its page of one member is known by their id. */
    private static String sees(String route, Member member) {
        return route.startsWith("/audit") ? member.id().toString() : member.last();
    }

    @Test
    void i03_a_page_about_nobody_tells_of_nobody_in_any_role() {
        for (var route : OF_NOBODY) {
            var page = route.replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
            for (var role : roles(RequestMethod.GET, route)) {
                tellsOfNone(get(page, role), marked.others(none()), role + " " + page);
            }
        }
    }

    @Test
    void i03_no_answer_to_a_form_about_one_member_tells_of_another_nor_changes_theirs() {
        var anouk = marked.anouk();
        var others = marked.others(anouk);
        var about = routes(RequestMethod.POST).keySet().stream()
                .filter(route -> ABOUT_ONE.matcher(route).matches())
                .filter(route -> !SEARCHES.containsKey(route))
                .toList();
        var forms = FormsAboutOne.BY_ROUTE;
        assertThat(about).isEqualTo(List.copyOf(forms.keySet()));
        for (var route : about) {
            for (var role : roles(RequestMethod.POST, route)) {
                for (var form : sent(route, filled(forms.get(route)))) {
                    for (var page : addresses(route, anouk)) {
                        tellsOfNone(post(page, role, form), others, role + " " + page + " " + form);
                    }
                }
                if (route.matches(".*\\{id}.*\\{.*")) {
                    var crossed = route.replace("{id}", anouk.id().toString())
                            .replace("{coverage}", marked.boris().coverage())
                            .replace("{consent}", marked.boris().consent())
                            .replace("{paper}", marked.boris().paper())
                            .replace("{pair}", marked.boris().id().toString())
                            .replace("{proxy}", marked.boris().proxy())
                            .replace("{authorization}", marked.boris().authorization())
                            .replace("{request}", marked.boris().request())
                            .replace("{estimate}", marked.boris().estimate());
                    assertThat(post(crossed, role, filled(forms.get(route))))
                            .as(crossed)
                            .hasStatus(404);
                }
            }
        }
    }

    @Test
    void i03_whoever_searches_for_one_member_is_told_of_no_other() {
        var searches = routes(RequestMethod.POST).entrySet().stream()
                .filter(route -> route.getValue().hasMethodAnnotation(ChangesNothing.class))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(searches).hasSameElementsAs(SEARCHES.keySet());
        var anouk = marked.anouk();
        SEARCHES.forEach((route, form) -> {
            var id = scope.in(
                    marked.practice(), () -> groups.all().getFirst().id().toString());
            var page = route.replace(
                    "{id}", route.startsWith("/groups") ? id : anouk.id().toString());
            for (var role : roles(RequestMethod.POST, route)) {
                int before = shownSoOften(anouk.id());
                var answer = post(page, role, form.replace("{last}", anouk.last()));
                assertThat(answer).as(role + " " + page).hasStatusOk();
                assertThat(answer).as(role + " " + page).bodyText().contains(anouk.last());
                tellsOfNone(answer, marked.others(anouk), role + " " + page);
                if (Visitor.text(answer).contains(anouk.id().toString())) {
                    assertThat(shownSoOften(anouk.id()))
                            .as("i11 the trail of " + role + " " + page)
                            .isGreaterThan(before);
                }
            }
        });
    }

    private int shownSoOften(PatientId patient) {
        return scope.in(
                marked.practice(), () -> trail.entriesAbout(patient.value()).size());
    }

    @Test
    void i03_no_error_page_tells_of_anybody() {
        var wrong = List.of(
                "/patients/{id}/nothing",
                "/claims/{id}",
                "/groups/{id}",
                "/sessions/{id}",
                "/batches/{id}",
                "/patients/{id}x");
        for (var route : wrong) {
            for (var role : Role.values()) {
                var page = route.replace("{id}", marked.anouk().id().toString());
                var answer = get(page, role);
                assertThat(answer.getResponse().getStatus()).as(page).isIn(403, 404);
                tellsOfNone(answer, marked.others(marked.anouk()), role + " " + page);
                assertThat(answer).bodyText().doesNotContain(marked.anouk().last());
            }
        }
    }

    /** The answer, its addresses and its cookies, what travels in them in other letters too. */
    private static void tellsOfNone(MvcTestResult answer, List<CharSequence> others, String asked) {
        var response = answer.getResponse();
        var heads = new StringBuilder();
        response.getHeaderNames().forEach(name -> heads.append(response.getHeaders(name)));
        for (var cookie : response.getCookies()) {
            heads.append(readable(cookie.getValue()));
        }
        assertThat(TOKEN.matcher(Visitor.text(answer)).replaceAll("")).as(asked).doesNotContain(others);
        assertThat(heads.toString()).as(asked).doesNotContain(others);
    }

    private static String readable(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return value;
        }
    }

    /** Nothing at all, and what it asks for; a form on a page about many is shown with them again when it is empty. */
    private static List<String> sent(String route, String filled) {
        return OF_MANY.containsKey(route) ? List.of(filled) : List.of("", filled);
    }

    private String filled(String form) {
        return scope.in(
                marked.practice(),
                () -> form.replace("{patient}", marked.anouk().id().toString())
                        .replace("{other}", marked.boris().id().toString())
                        .replace("{group}", groups.all().getFirst().id().toString())
                        .replace("{leader}", groups.all().getFirst().leader().toString())
                        .replace("{membership}", marked.anouk().membership())
                        .replace("{type}", groups.types().getLast().id().toString()));
    }

    private List<String> addresses(String route, Member member) {
        var filled = route.replace("{patient}", member.id().toString())
                .replace("{coverage}", member.coverage())
                .replace("{consent}", member.consent())
                .replace("{paper}", member.paper())
                .replace("{pair}", member.id().toString())
                .replace("{proxy}", member.proxy())
                .replace("{authorization}", member.authorization())
                .replace("{request}", member.request())
                .replace("{estimate}", member.estimate());
        if (route.startsWith("/groups/")) {
            return scope.in(marked.practice(), () -> rosters.of(member.id())).stream()
                    .map(episode -> filled.replace("{id}", episode.group().toString())
                            .replace("{membership}", episode.id().toString()))
                    .toList();
        }
        if (route.startsWith("/alarms/")) {
            return List.of(filled.replace("{id}", scope.in(marked.practice(), () -> ids.alarm(member))));
        }
        if (route.startsWith("/waitlist/")) {
            return List.of(filled.replace("{id}", member.entry()));
        }
        if (route.startsWith("/signatures/")) {
            return List.of(filled.replace("{id}", member.signature()));
        }
        if (route.startsWith("/calendar/appointments/")) {
            return List.of(filled.replace("{id}", member.appointment()));
        }
        return route.startsWith("/claims/")
                ? member.claims().stream()
                        .map(claim -> filled.replace("{id}", claim))
                        .toList()
                : List.of(filled.replace("{id}", member.id().toString()));
    }

    private List<Role> roles(RequestMethod method, String route) {
        var needs = routes(method).get(route.replaceAll("\\?.*", "")).getMethodAnnotation(Needs.class);
        return needs == null
                ? List.of(Role.OWNER)
                : needs.value().roles().stream().sorted().toList();
    }

    private Map<String, HandlerMethod> routes(RequestMethod method) {
        var routes = new TreeMap<String, HandlerMethod>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var methods = info.getMethodsCondition().getMethods();
            if (methods.isEmpty() ? method == RequestMethod.GET : methods.contains(method)) {
                info.getPatternValues().forEach(path -> routes.put(path, handler));
            }
        });
        return routes;
    }

    private MvcTestResult get(String page, Role role) {
        return browser.get().uri(page).cookie(cookie(role)).exchange();
    }

    private MvcTestResult post(String page, Role role, String form) {
        var request = browser.post().uri(page).cookie(cookie(role)).with(csrf());
        for (var field : form.isEmpty() ? new String[0] : form.split("&")) {
            request.param(field.split("=")[0], field.split("=")[1]);
        }
        return request.exchange();
    }

    private Cookie cookie(Role role) {
        return new Cookie("circlekeeper", marked.tokens().get(role));
    }

    private Member none() {
        return new Member(
                marked.anouk().id(), "", List.of(), "", "", "", "", "", "", "", "", "", "", "", new ArrayList<>());
    }
}
