package org.circlekeeper.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.circlekeeper.access.Role;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.attendance.web.Circle;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.movein.Imports;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The same form sent twice at the same moment, and once more later, changes what it changes once. */
@PracticeTest
class TwoTabsTest {

    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
    private static final Pattern LAST = Pattern.compile("name=\"last\" value=\"([^\"]+)\"");

    @Autowired
    MockMvcTester browser;

    @Autowired
    MarkedPractice practices;

    @Autowired
    Circle circle;

    @Autowired
    PracticeScope scope;

    @Autowired
    AuditTrail audit;

    @Autowired
    Claims claims;

    @Autowired
    Imports imports;

    @Autowired
    Rosters rosters;

    @Autowired
    Encounters encounters;

    @Autowired
    MovableClock clock;

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        Told.leave(clock);
    }

    @Test
    void claims_are_released_once() throws Exception {
        var marked = practices.prepared();
        var biller = marked.tokens().get(Role.BILLER);
        var shown = SHOWN.matcher(page("/claims/release", biller))
                .results()
                .map(r -> r.group(1))
                .toList();
        assertThat(shown).isNotEmpty();
        twice(biller, "/claims/release", "shown", shown.getFirst());

        var batches = scope.in(marked.practice(), () -> claims.batches(10));
        assertThat(batches).hasSize(1);
        assertThat(page("/claims/release", biller)).doesNotContain(shown.getFirst());
    }

    @Test
    void an_import_is_taken_back_once() throws Exception {
        var marked = practices.prepared();
        practices.bringOneMore(marked);
        var token =
                scope.in(marked.practice(), () -> imports.history(1).getFirst().id());
        twice(marked.tokens().get(Role.OWNER), "/import/" + token + "/undo");

        assertThat(done(marked.practice(), "undid an import")).isEqualTo(1);
    }

    @Test
    void a_sheet_is_closed_and_its_notes_are_signed_once() throws Exception {
        var made = circle.made();
        var marcus = made.tokens().get(Role.THERAPIST);
        var sheet = "/sessions/" + made.today();
        post(marcus, sheet + "/present");
        twice(marcus, sheet + "/close");
        assertThat(done(made.practice(), "closed a session")).isEqualTo(1);

        var note = made.today() + " " + made.members().getFirst();
        twice(marcus, "/notes/sign", "kept", "our chart", "note", note);
        assertThat(done(made.practice(), "signed notes")).isEqualTo(1);
    }

    @Test
    void one_mark_is_taken_back_once() throws Exception {
        var made = circle.made();
        var marcus = made.tokens().get(Role.THERAPIST);
        var sheet = "/sessions/" + made.today();
        var began = clock.instant();
        for (int i = 0; i < 2; i++) {
            clock.moveTo(began.plusSeconds(60 * (i + 1)));
            post(marcus, sheet + "/marks", "patient", made.members().get(i).toString(), "presence", "ABSENT");
        }
        var last =
                LAST.matcher(page(sheet, marcus)).results().map(r -> r.group(1)).toList();
        assertThat(last).hasSize(1);
        twice(marcus, sheet + "/undo", "last", last.getFirst());

        assertThat(scope
                        .in(
                                made.practice(),
                                () -> encounters
                                        .sheet(made.today())
                                        .orElseThrow()
                                        .seats())
                        .stream()
                        .filter(seat -> seat.presence() == Presence.ABSENT))
                .hasSize(1);
        assertThat(done(made.practice(), "took back a mark")).isEqualTo(1);
    }

    @Test
    void a_seat_is_given_once() throws Exception {
        var made = circle.made();
        var owner = made.tokens().get(Role.OWNER);
        var added = post(owner, "/patients/new", "first", "Kim", "last", "Moss", "born", "1990-02-03", "sex", "U");
        var kim = added.getResponse().getHeader("Location").replace("/patients/", "");
        twice(owner, "/groups/" + made.group() + "/memberships", "patient", kim, "from", "2026-11-30");

        assertThat(scope.in(made.practice(), () -> rosters.of(made.group())).stream()
                        .filter(membership -> membership.patient().toString().equals(kim)))
                .hasSize(1);
    }

    /** In two tabs at once, and then by whoever goes back and sends it again. */
    private void twice(String token, String path, String... fields) throws Exception {
        Callable<MvcTestResult> tab = () -> post(token, path, fields);
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : tabs.invokeAll(List.of(tab, tab))) {
                assertThat(answer.get().getResponse().getStatus()).as(path).isLessThan(500);
            }
        }
        assertThat(post(token, path, fields).getResponse().getStatus()).as(path).isLessThan(500);
    }

    private long done(PracticeId practice, String what) {
        return scope.in(practice, () -> audit.latest(1000)).stream()
                .filter(entry -> entry.kind().equals("did") && entry.what().equals(what))
                .count();
    }

    private String page(String path, String token) throws Exception {
        return browser.get()
                .uri(path)
                .cookie(new Cookie("circlekeeper", token))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private MvcTestResult post(String token, String path, String... fields) {
        var request = browser.post().uri(path).with(csrf()).cookie(new Cookie("circlekeeper", token));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
