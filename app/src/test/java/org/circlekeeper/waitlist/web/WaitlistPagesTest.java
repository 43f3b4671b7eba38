package org.circlekeeper.waitlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.terms.ProcedureCode;
import org.circlekeeper.waitlist.EntryId;
import org.circlekeeper.waitlist.Interest;
import org.circlekeeper.waitlist.WaitStatus;
import org.circlekeeper.waitlist.WaitingPractice;
import org.circlekeeper.waitlist.Waitlist;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The waitlist as people use it, and the form that strangers meet. */
@PracticeTest
class WaitlistPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    AnyPractice any;

    @Autowired
    WaitingPractice waiting;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    Practices practices;

    @Autowired
    Waitlist waitlist;

    @Autowired
    Interest interest;

    @Autowired
    Rosters rosters;

    @Autowired
    Groups groups;

    WaitingPractice.Made made;
    String office;
    String leader;
    String stranger;

    @BeforeEach
    void a_group_with_one_free_seat() {
        made = waiting.made(2);
        office = signedIn(Role.COORDINATOR, "Ines Costa", null);
        leader = signedIn(Role.THERAPIST, "Dana Whitfield", any.leader(made.practice()));
        var other = any.in(
                made.practice(),
                () -> practices.add(new PersonName("Marcus", "Bell"), "LCSW", new Npi("1234567893"), "1041C0700X", ""));
        stranger = signedIn(Role.THERAPIST, "Marcus Bell", other);
    }

    @Test
    void from_a_first_word_to_the_seat() {
        var added = post(
                office,
                "/waitlist/new",
                "kind",
                made.type().toString(),
                "first",
                "Lena",
                "last",
                "Kern",
                "phone",
                "217 555 0142",
                "tuesdays",
                "yes",
                "came",
                "by phone");
        assertThat(added).hasStatus(303);
        var href = added.getResponse().getHeader("Location");
        var id = EntryId.of(href.substring("/waitlist/".length()));
        assertThat(page(office, "/waitlist")).contains("Lena K.", "age not known", "Tuesdays", "since today");
        assertThat(page(office, "/calls")).contains("Lena Kern", "tel:2175550142", "42 CFR Part 2", "call back");

        assertThat(post(office, href + "/contact", "outcome", "SPOKE", "channel", "PHONE", "said", "likes evenings"))
                .hasStatus(303);
        assertThat(status(id)).isEqualTo(WaitStatus.CONTACTED);
        assertThat(post(office, href + "/screening", "day", "2026-11-24", "time", "10:30"))
                .hasStatus(303);
        decidedAndOffered(href, id);
    }

    private void decidedAndOffered(String href, EntryId id) {
        assertThat(page(leader, "/waitlist")).contains("They wait for your word", "Lena K.", "Talk to me");
        assertThat(post(office, href + "/offer", "group", made.group().toString()))
                .hasStatus(303);
        assertThat(status(id)).as("nobody decided").isEqualTo(WaitStatus.SCREEN_SCHEDULED);

        assertThat(post(leader, href + "/decision", "decision", "FIT")).hasStatus(303);
        assertThat(status(id)).isEqualTo(WaitStatus.WAITING);
        assertThat(page(office, "/waitlist/placement")).contains("Tuesday Skills", "Lena K.", "comes Tuesdays");
        assertThat(post(office, "/waitlist/placement", "pick", id + " " + made.group() + " 2026-11-24"))
                .hasStatus(303);
        assertThat(status(id)).isEqualTo(WaitStatus.OFFERED);
        assertThat(page(office, href)).contains("A seat is kept", "They say yes");

        accepted(href, id);
    }

    private void accepted(String href, EntryId id) {
        post(office, href + "/acceptance");
        post(office, href + "/seat");
        assertThat(status(id)).as("a record needs the birth date").isEqualTo(WaitStatus.CLEARING);
        assertThat(page(office, href)).contains("Birth date, for the record");
        post(office, href + "/seat", "born", "1990-04-02");
        assertThat(status(id)).isEqualTo(WaitStatus.ENROLLED);
        assertThat(any.in(made.practice(), () -> rosters.of(made.group()))).hasSize(3);
        assertThat(page(office, href)).contains("has the seat", "likes evenings", "Fits");
    }

    @Test
    void a_therapist_sees_the_kinds_they_lead_and_no_others() {
        var lena = waiting.asks(made, "Lena", 1);

        assertThat(page(leader, "/waitlist")).contains("Lena W.");
        assertThat(page(leader, "/calls")).contains("Lena");
        for (var path : List.of("/waitlist", "/calls", "/waitlist/placement")) {
            assertThat(page(stranger, path)).doesNotContain("Lena", "Skills");
        }
        var nobody = ask(stranger, "/waitlist/" + UUID.randomUUID());
        assertThat(ask(stranger, "/waitlist/" + lena))
                .hasStatus(nobody.getResponse().getStatus());
        assertThat(post(stranger, "/waitlist/" + lena + "/decision", "decision", "FIT"))
                .hasStatus(403);
        assertThat(post(office, "/waitlist/" + lena + "/decision", "decision", "FIT"))
                .hasStatus(403);
    }

    @Test
    void not_this_group_sounds_alike_whatever_the_reason() {
        var lena = waiting.asks(made, "Lena", 1);
        var ben = waiting.asks(made, "Ben", 2);
        post(leader, "/waitlist/" + lena + "/decision", "decision", "OTHER_GROUP", "words", "her brother sits there");
        post(leader, "/waitlist/" + ben + "/decision", "decision", "OTHER_GROUP", "words", "too young");

        var said = Pattern.compile("Tell them: “[^”]*”")
                .matcher(page(office, "/calls"))
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(said).hasSize(2);
        assertThat(said.stream().distinct()).hasSize(1);
        assertThat(page(office, "/calls")).doesNotContain("brother", "young");
    }

    @Test
    void every_move_is_made_by_a_menu_without_a_script_and_one_that_may_not_be_is_refused() {
        var lena = waiting.asks(made, "Lena", 1);

        assertThat(page(office, "/waitlist")).contains("Move to…", "data-next=\"CONTACTED\"", "data-back=\"\"");
        post(office, "/waitlist/" + lena + "/move", "to", "CONTACTED", "from", "list");
        assertThat(status(lena)).isEqualTo(WaitStatus.CONTACTED);
        for (var to : List.of("WAITING", "OFFERED", "ENROLLED", "NOT_FIT", "nonsense")) {
            post(office, "/waitlist/" + lena + "/move", "to", to);
            assertThat(status(lena)).as(to).isEqualTo(WaitStatus.CONTACTED);
        }
    }

    @Test
    void another_kind_of_group_keeps_the_days_waited_and_the_mark_of_part_2() {
        var lena = waiting.waits(made, "Lena", 1);
        var open = any.in(
                made.practice(),
                () -> groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false)
                        .id());

        var moved = post(office, "/waitlist/" + lena + "/transfer", "type", open.toString(), "why", "wants to talk");

        var next = EntryId.of(moved.getResponse().getHeader("Location").substring("/waitlist/".length()));
        var before = any.in(made.practice(), () -> waitlist.find(lena).orElseThrow());
        var after = any.in(made.practice(), () -> waitlist.find(next).orElseThrow());
        assertThat(before.status()).isEqualTo(WaitStatus.TRANSFERRED);
        assertThat(after.since()).isEqualTo(before.since());
        assertThat(after.part2()).isTrue();
        assertThat(after.fits()).isFalse();
    }

    @Test
    void i03_the_form_tells_a_stranger_nothing_and_promises_a_call() {
        waiting.waits(made, "Lena", 1);
        waiting.asks(made, "Benedetta", 2);
        var address = opened();

        var form = page(null, address);
        assertThat(form).contains("Ask for a call", "Any Office", "by Tue 24 Nov 2026", "Spanish");
        assertThat(send(address, "first", "Žofie <b>", "last", "中村", "phone", "217 555 0199"))
                .hasStatus(303);
        assertThat(send(address, "first", "Nul\u0000", "phone", "217 555 0198")
                        .getResponse()
                        .getStatus())
                .as("a byte that is no letter")
                .isIn(303, 400);
        var thanks = page(null, address + "?sent=yes");
        assertThat(thanks).contains("Thank you", "by Tue 24 Nov 2026");
        for (var shown : List.of(form, thanks)) {
            assertThat(shown).doesNotContain("Lena", "Benedetta", "Skills", "Tuesday ", "Dana", "seat", "waitlist");
        }
        assertThat(page(office, "/waitlist")).contains("Žofie &lt;b", "中.");
        assertThat(page(office, "/calls")).contains("(217) 555-0199");
    }

    @Test
    void whoever_asks_twice_stands_on_the_list_once() {
        var address = opened();
        send(address, "first", "Lena", "phone", "217 555 0199");
        send(address, "first", "Lena", "phone", "(217) 555-0199", "note", "I moved");

        var entries = any.in(made.practice(), waitlist::pipeline);
        assertThat(entries).hasSize(1);
        assertThat(page(office, entries.getFirst().href())).contains("Asked once more: I moved");
    }

    @Test
    void a_program_that_fills_in_everything_is_thanked_and_kept_nowhere() {
        var address = opened();

        assertThat(send(address, "first", "Bot", "phone", "217 555 0100", "website", "http://x.example"))
                .hasStatus(303);
        assertThat(any.in(made.practice(), waitlist::pipeline)).isEmpty();
    }

    @Test
    void a_form_that_is_sent_too_often_from_one_place_keeps_nothing_more_and_says_what_to_do() {
        var address = opened();
        var answers = new ArrayList<Integer>();
        for (int i = 0; i < 7; i++) {
            answers.add(send(address, "first", "N" + i, "phone", "217 555 01%02d".formatted(i))
                    .getResponse()
                    .getStatus());
        }

        assertThat(answers).containsExactly(303, 303, 303, 303, 303, 429, 429);
        assertThat(any.in(made.practice(), waitlist::pipeline)).hasSize(5);
    }

    @Test
    void a_closed_form_and_an_invented_address_open_nothing() {
        var address = opened();
        post(office, "/waitlist/links/" + made.type() + "/closing");

        for (var path : List.of(address, "/interest/nonsense", "/interest/" + "A".repeat(43))) {
            assertThat(browser.get().uri(path).exchange()).as(path).hasStatus(404);
        }
        assertThat(send(address, "first", "Lena", "phone", "217 555 0199")).hasStatus(404);
        assertThat(send(opened(), "first", "x".repeat(900), "phone", "217 555 0199"))
                .hasStatus(422);
        assertThat(send(opened(), "first", "Nobody")).hasStatus(422);
    }

    private String opened() {
        post(office, "/waitlist/links/" + made.type());
        return "/interest/" + any.in(made.practice(), () -> interest.open().get(made.type()));
    }

    private MvcTestResult send(String address, String... fields) {
        return request(null, address, fields);
    }

    private WaitStatus status(EntryId id) {
        return any.in(made.practice(), () -> waitlist.find(id).orElseThrow().status());
    }

    private String signedIn(Role role, String name, @Nullable PractitionerId leads) {
        var person = people.add(name.replace(' ', '.') + "@" + made.practice() + ".example", name);
        people.giveRole(made.practice(), person, role, AnyPractice.TESTER);
        if (leads != null) {
            people.linkPractitioner(made.practice(), person, leads.value(), AnyPractice.TESTER);
        }
        return signIns.begin(person, made.practice());
    }

    private MvcTestResult ask(String token, String path) {
        return browser.get().uri(path).cookie(new Cookie("circlekeeper", token)).exchange();
    }

    private String page(@Nullable String token, String path) {
        var request = browser.get().uri(path);
        var answer = (token == null ? request : request.cookie(new Cookie("circlekeeper", token))).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String token, String path, String... fields) {
        return request(token, path, fields);
    }

    private MvcTestResult request(@Nullable String token, String path, String... fields) {
        var request = browser.post().uri(path).with(csrf());
        if (token != null) {
            request = request.cookie(new Cookie("circlekeeper", token));
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
