package org.circlekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route and every field of every form, given what no page of ours would send: it is refused and nothing breaks.
 */
@PracticeTest
class NonsenseTest {

    private static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";
    private static final List<String> NONSENSE = List.of(
            "",
            "<img src=x onerror=alert(1)>",
            "'); drop table claims.claim; --",
            "a\0b",
            "-1",
            "99999999999999999999",
            "9999-12-31",
            "+292278994-08-17",
            NOBODYS_ID,
            "x".repeat(3_000));
    private static final Pattern FIELD = Pattern.compile("\\bname ?= ?\"([a-z][A-Za-z-]*)\"");

    @Autowired
    MockMvcTester browser;

    @Autowired
    AnyPractice any;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Cookie owner;

    @BeforeEach
    void an_owner() {
        var practice = any.open();
        var person = people.add("owner@" + practice + ".example", "An Owner");
        people.giveRole(practice, person, Role.OWNER, new Actor.Operator("test"));
        owner = new Cookie("circlekeeper", signIns.begin(person, practice));
    }

    @Test
    void nonsense_is_refused_and_never_breaks_anything() {
        var fields = fields();
        assertThat(fields).contains("email", "patient", "presence");
        mapping.getHandlerMethods().forEach((route, handler) -> {
            if (handler.hasMethodAnnotation(Open.class)) {
                return;
            }
            var method = route.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .findFirst()
                    .orElse("GET");
            for (var path : route.getPatternValues()) {
                holds(send(method, path.replaceAll("\\{[^}]+}", "nonsense"), fields, ""), method + " " + path);
                for (var value : NONSENSE) {
                    var uri = path.replaceAll("\\{[^}]+}", NOBODYS_ID);
                    var shown = value.substring(0, Math.min(40, value.length()));
                    holds(send(method, uri, fields, value), method + " " + path + " with " + shown);
                }
            }
        });
    }

    private static void holds(MvcTestResult answer, String asked) {
        assertThat(answer.getResponse().getStatus()).as(asked).isLessThan(500);
        assertThat(answer).as(asked).bodyText().doesNotContain("<img src=x");
    }

    private MvcTestResult send(String method, String uri, Set<String> fields, String value) {
        var request = browser.method(HttpMethod.valueOf(method))
                .uri(uri)
                .cookie(owner)
                .with(csrf());
        fields.forEach(field -> request.param(field, value));
        return request.exchange();
    }

    /** As the templates name them. */
    private static Set<String> fields() {
        return SourceTree.files(SourceTree.MAIN, ".jte").stream()
                .flatMap(template -> FIELD.matcher(SourceTree.text(template)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
