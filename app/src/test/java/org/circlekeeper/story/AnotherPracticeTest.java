package org.circlekeeper.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.messaging.Message;
import org.circlekeeper.messaging.Messages;
import org.circlekeeper.messaging.Sight;
import org.circlekeeper.movein.Imports;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Appointments;
import org.circlekeeper.scheduling.Feeds;
import org.circlekeeper.scheduling.HolidayChoices;
import org.circlekeeper.scheduling.Rooms;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.story.MarkedPractice.Marked;
import org.circlekeeper.waitlist.Waitlist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An id of another practice is answered on every route as an id that nobody has, and nothing there changes. */
@PracticeTest
class AnotherPracticeTest {

    private static final String NOBODYS_ID = "00000000-0000-7000-8000-000000000000";

    /** Enough for every form: what a route does not ask for it does not read. */
    private static final String FORM = String.join(
            "&",
            "from=2026-11-30&to=2026-12-31&last=2026-12-01&on=2026-11-30&day=2026-11-30&signed=2026-10-01",
            "reason=test&codes=F33.1&kept=chart&first=Anouk&name=Other&capacity=9&weekday=MONDAY&start=09:00",
            "minutes=75&presence=ABSENT&role=BILLER&source=letter&known=yes&kind=LOOK_AT_SHORTER&amount=45",
            "number=A-7&code=90853&units=9&rank=S&member=W9&relationship=18&column=client id&header=Id",
            "what=CANCEL&leads=" + NOBODYS_ID + "&membership=" + NOBODYS_ID,
            "title=Form&kind=DOCUMENT&with-en=yes&seen-en=1&base=0&why=test&counsel=Law",
            "topic=LOGISTICS&text=hello&means=INBOX&agrees=yes");

    @Autowired
    MockMvcTester browser;

    @Autowired
    MarkedPractice practices;

    @Autowired
    WhatRoutesTake ids;

    @Autowired
    People people;

    @Autowired
    Patients patients;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    Payers payers;

    @Autowired
    Waitlist waitlist;

    @Autowired
    HolidayChoices holidays;

    @Autowired
    Feeds feeds;

    @Autowired
    Appointments appointments;

    @Autowired
    Rooms rooms;

    @Autowired
    Claims claims;

    @Autowired
    Imports imports;

    @Autowired
    Messages messages;

    @Autowired
    Signatures signatures;

    @Autowired
    FormLibrary forms;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private Marked theirs;
    private Marked ours;

    @BeforeEach
    void two_practices() {
        theirs = practices.open();
        ours = practices.open();
    }

    @AfterEach
    void the_log_is_left() {
        root.detachAppender(log);
    }

    @Test
    void an_id_of_another_practice_is_answered_like_one_that_nobody_has() {
        routes().keySet().forEach(this::whatItTakes);
        var before = everything();
        log.start();
        root.addAppender(log);
        var unlike = new ArrayList<String>();
        int asked = 0;
        for (var route : routes().entrySet()) {
            var path = path(route.getKey());
            var method = HttpMethod.valueOf(
                    route.getKey().substring(0, route.getKey().indexOf(' ')));
            for (var role : route.getValue()) {
                for (boolean underOurs : List.of(false, true)) {
                    var filled = fill(path, underOurs);
                    var strange = send(method, filled, role);
                    var nobodys = send(method, nobodys(path, underOurs), role);
                    var as = role + " " + method + " " + filled;
                    int status = strange.getResponse().getStatus();
                    if (!refusals(path).contains(status)
                            || nobodys.getResponse().getStatus() != status) {
                        unlike.add(as + ": " + status + ", and "
                                + nobodys.getResponse().getStatus() + " of nobody's");
                    }
                    assertThat(strange).as(as).bodyText().doesNotContain(theirs.others(ours.anouk()));
                    asked++;
                }
            }
        }
        assertThat(unlike).isEmpty();
        assertThat(asked).isGreaterThan(60);
        assertThat(everything()).isEqualTo(before);
        var names = new ArrayList<CharSequence>();
        theirs.members()
                .forEach(member ->
                        names.addAll(List.of(member.last(), member.id().toString())));
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .allSatisfy(line -> assertThat(line).doesNotContain(names));
    }

    private static String path(String route) {
        return route.substring(route.indexOf(' ') + 1);
    }

    /** Makes in both practices what a route takes the id of. */
    private void whatItTakes(String route) {
        fill(path(route), false);
        fill(path(route), true);
    }

    /** Whoever looks at an import in progress, lets go of one, or takes back what is not there is led to the list. */
    private static List<Integer> refusals(String path) {
        return path.matches("/import/\\{id}/(running|undo|discard)") ? List.of(303, 403, 404) : List.of(403, 404);
    }

    /** Every id is nobody's; or the last of several, under one of ours. */
    private String nobodys(String path, boolean underOurs) {
        boolean nested = path.indexOf('{') != path.lastIndexOf('{');
        var first = underOurs && nested ? ids.id(path, ours) : NOBODYS_ID;
        return path.replace("{id}", first).replaceAll("\\{[^}]+}", NOBODYS_ID);
    }

    /** Every id is theirs; or the last of several, under one of ours. */
    private String fill(String path, boolean underOurs) {
        boolean nested = path.indexOf('{') != path.lastIndexOf('{');
        var first = underOurs && nested ? ours : theirs;
        return path.replace("{id}", ids.id(path, first))
                .replace("{coverage}", theirs.boris().coverage())
                .replace("{consent}", theirs.boris().consent())
                .replace("{paper}", theirs.boris().paper())
                .replace("{authorization}", theirs.boris().authorization())
                .replace("{request}", theirs.boris().request())
                .replace("{estimate}", theirs.boris().estimate())
                .replace("{membership}", theirs.boris().membership())
                .replace(
                        "{series}",
                        practices.in(
                                theirs.practice(),
                                () -> sessions.series().getFirst().id().toString()))
                .replace("{act}", ids.id("/calendar/acts/{id}", theirs))
                .replace("{group}", ids.id("/groups/{id}", theirs))
                .replace("{type}", ids.id("/groups/kinds/{id}", theirs))
                .replaceAll("\\{[^}]+}", NOBODYS_ID);
    }

    private TreeMap<String, List<Role>> routes() {
        var routes = new TreeMap<String, List<Role>>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            var needs = handler.getMethodAnnotation(Needs.class);
            if (needs != null) {
                var roles = needs.value().roles().stream().sorted().toList();
                info.getPatternValues().stream()
                        .filter(path -> path.contains("{"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.put(method + " " + path, roles)));
            }
        });
        return routes;
    }

    private MvcTestResult send(HttpMethod method, String path, Role role) {
        var request = browser.method(method)
                .uri(path)
                .with(csrf())
                .cookie(new Cookie("circlekeeper", ours.tokens().get(role)))
                .param("patient", theirs.boris().id().toString());
        for (var field : FORM.split("&")) {
            boolean isMoment = field.startsWith("last=") && path.endsWith("/undo");
            request = request.param(field.split("=")[0], isMoment ? "2026-11-23T15:00:00Z" : field.split("=")[1]);
        }
        return request.exchange();
    }

    private List<Object> everything() {
        return practices.in(theirs.practice(), () -> {
            var all = new ArrayList<Object>();
            all.addAll(patients.search(""));
            all.addAll(groups.all());
            all.addAll(rosters.all());
            all.addAll(sessions.series());
            all.addAll(practices.sessions(theirs));
            all.addAll(payers.all());
            all.addAll(claims.list(ClaimFilter.all()));
            all.addAll(people.inPractice(theirs.practice()));
            all.addAll(waitlist.pipeline());
            all.addAll(forms.all());
            all.addAll(rooms.all());
            all.addAll(appointments.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)));
            all.addAll(holidays.all());
            all.addAll(feeds.of(ids.owner(theirs)));
            all.add(messages.held(new Sight(Set.of(Message.Topic.values()), Set.of(), Set.of())));
            theirs.members().forEach(member -> all.add(patients.recipient(member.id())));
            theirs.members().forEach(member -> all.addAll(signatures.of(member.id())));
            return all;
        });
    }
}
