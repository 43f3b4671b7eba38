package org.circlekeeper.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.portal.Telephone;
import org.circlekeeper.practice.AnyPractice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** A phone that signs its holder in: what opens the members' own pages, and what does not and says nothing of why. */
@PracticeTest
class PasskeyPagesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String HERE = "http://localhost";
    private static final String REFUSED = "That did not sign you in";

    @Autowired
    OwnPages pages;

    @Autowired
    AnyPractice any;

    @Autowired
    Proxies proxies;

    @Autowired
    Accounts accounts;

    @Autowired
    Patients patients;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvcTester browser;

    @Autowired
    MovableClock clock;

    private final Telephone phone = new Telephone(HERE);
    private Made made;
    private String door;
    private MemberVisitor stranger;

    @BeforeEach
    void a_practice() {
        made = pages.made();
        door = Entrance.at(made.practice());
        stranger = new MemberVisitor(browser, null);
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(NOW);
    }

    @Test
    void a_member_who_came_in_by_link_and_code_adds_one_comes_in_with_it_and_removes_it() {
        var member = signedIn();
        assertThat(member.page("/portal/passkeys")).contains("You have none yet", "data-passkey=\"make\"");
        var adding = added(member, "The blue phone");
        assertThat(adding.getResponse().getCookie("portal-practice")).isNotNull();
        assertThat(member.after(adding)).contains("Added.", "The blue phone", "Not used yet");

        var options = asked();
        var back = Objects.requireNonNull(cameIn(enter(phone.signs(options), options)));
        var page = back.page("/portal/passkeys");
        assertThat(page).contains("Last used", "You came in with a passkey").doesNotContain("data-passkey=\"make\"");
        assertThat(back.post("/portal/passkeys/challenge")).hasStatus(409);
        assertThat(entries()).contains("added a passkey to their pages", "signed in to the members' pages");

        var removal = found(page, "action=\"(/portal/passkeys/[^\"]+/removal)\"");
        assertThat(new MemberVisitor(browser, pages.signedIn(made, made.other())).post(removal))
                .hasStatus(404);
        assertThat(back.after(back.post(removal))).contains("Removed.", "You have none yet");
        assertThat(back.post(removal)).hasStatus(404);
        assertThat(entries()).contains("removed a passkey from their pages");
        isRefused(asked());
    }

    @Test
    void a_right_answer_opens_once() {
        added(signedIn(), "phone");
        var options = asked();
        var answer = phone.signs(options);
        assertThat(cameIn(enter(answer, options))).isNotNull();
        assertRefused(enter(answer, options));
        assertRefused(enter(phone.signs(options), options));
    }

    @Test
    void an_answer_to_something_else_is_refused_and_what_was_asked_is_used_up() {
        added(signedIn(), "phone");
        var options = asked();
        assertRefused(enter(phone.signs(asked()), options));
        assertRefused(enter(phone.signs(options), options));
    }

    @Test
    void an_answer_for_another_site_or_from_a_phone_that_asks_its_holder_nothing_is_refused() {
        added(signedIn(), "phone");
        for (var elsewhere : new String[] {"http://localhost.example", "https://localhost", "http://localhost:81"}) {
            var options = asked();
            assertRefused(enter(phone.signs(options, elsewhere), options));
        }
        phone.asksForNothing();
        isRefused(asked());
    }

    @Test
    void a_count_that_goes_back_is_refused_and_noted() {
        phone.countsFrom(7);
        added(signedIn(), "phone");
        var options = asked();
        assertThat(cameIn(enter(phone.signs(options), options))).isNotNull();
        phone.countsFrom(3);
        isRefused(asked());
        assertThat(any.in(made.practice(), () -> audit.latest(20)))
                .anySatisfy(entry -> assertThat(entry.what()).contains("may have been copied"));
    }

    @Test
    void what_was_asked_a_while_ago_is_not_answered_any_more() {
        added(signedIn(), "phone");
        var options = asked();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(6)));
        assertRefused(enter(phone.signs(options), options));
    }

    @Test
    void a_passkey_that_nobody_knows_and_nonsense_are_answered_alike() {
        added(signedIn(), "phone");
        var unknown = new Telephone(HERE);
        unknown.makes(JsonMapper.shared()
                .writeValueAsString(
                        Map.of("user", Map.of("id", "AAAA"), "rp", Map.of("id", "localhost"), "challenge", "AAAA")));
        var options = asked();
        var one = Visitor.text(enter(unknown.signs(options), options));
        for (var nonsense : new String[] {"", "null", "{}", "[]", "{\"id\":\"%%\"}", "x".repeat(5000)}) {
            var answer = enter(nonsense, asked());
            assertThat(answer).as(nonsense).hasStatus(422);
            assertThat(plain(Visitor.text(answer))).as(nonsense).isEqualTo(plain(one));
        }
        assertThat(JsonMapper.shared().readTree(asked()).get("allowCredentials"))
                .isEmpty();
    }

    @Test
    void a_passkey_of_one_practice_opens_no_other() {
        added(signedIn(), "phone");
        var other = Entrance.at(pages.made().practice());
        var options = Visitor.text(stranger.post(other + "/passkey/challenge"));
        assertRefused(
                stranger.post(other + "/passkey", "challenge", challenge(options), "credential", phone.signs(options)));
    }

    @Test
    void whoever_acted_for_a_member_comes_in_until_it_ends() {
        var proxy = granted();
        var invitation = any.in(made.practice(), () -> accounts.invite(proxy, HERE, TESTER));
        added(new MemberVisitor(browser, pages.signedIn(invitation)), "phone");
        var options = asked();
        assertThat(cameIn(enter(phone.signs(options), options))).isNotNull();

        any.run(made.practice(), () -> proxies.end(proxy, "it ended", TESTER));
        isRefused(asked());
    }

    @Test
    void a_new_invitation_that_is_taken_up_and_a_closed_access_end_it() {
        added(signedIn(), "phone");
        pages.signedIn(made, made.member());
        isRefused(asked());

        var second = new Telephone(HERE);
        var member = signedIn();
        var options = Visitor.text(member.post("/portal/passkeys/challenge", "name", "second"));
        member.post(
                "/portal/passkeys", "challenge", challenge(options), "credential", second.makes(options), "name", "s");
        any.run(made.practice(), () -> accounts.close(made.member(), TESTER));
        var last = asked();
        assertRefused(enter(second.signs(last), last));
    }

    /** A phone may be lost with its code seen: whoever has it comes in no more from the call on. */
    @Test
    void a_new_invitation_ends_it_before_it_is_taken_up() {
        added(signedIn(), "phone");
        var options = asked();
        assertThat(cameIn(enter(phone.signs(options), options))).isNotNull();

        pages.invited(made, made.member());
        isRefused(asked());
        assertThat(any.in(made.practice(), () -> audit.latest(20)))
                .anySatisfy(entry -> assertThat(entry.why()).contains("passkeys ended: 1"));
    }

    @Test
    void what_a_phone_made_for_another_site_or_in_answer_to_nothing_is_not_kept() {
        var member = signedIn();
        var abroad = new Telephone("https://elsewhere.example");
        var options = Visitor.text(member.post("/portal/passkeys/challenge"));
        assertThat(member.after(member.post(
                        "/portal/passkeys", "challenge", challenge(options), "credential", abroad.makes(options))))
                .contains("No passkey was added", "You have none yet");
        assertThat(member.after(member.post(
                        "/portal/passkeys", "challenge", challenge(options), "credential", phone.makes(options))))
                .contains("No passkey was added");
        var signing = asked();
        var other = new MemberVisitor(browser, pages.signedIn(made, made.other()));
        var theirs = Visitor.text(other.post("/portal/passkeys/challenge"));
        assertThat(member.after(member.post(
                        "/portal/passkeys", "challenge", challenge(theirs), "credential", phone.makes(theirs))))
                .contains("No passkey was added");
        assertThat(JsonMapper.shared().readTree(signing).get("userVerification").asString())
                .isEqualTo("required");
    }

    @Test
    void tries_are_counted_with_the_codes_of_a_machine() {
        for (int i = 0; i < 30; i++) {
            assertThat(enter("{}", asked())).hasStatus(422);
        }
        var many = enter("{}", asked());
        assertThat(many).hasStatus(429);
        assertThat(Visitor.text(many)).contains("Too many tries");
    }

    @Test
    void none_is_offered_where_browsers_make_none() {
        assertThat(stranger.page(door)).contains("data-passkey=\"use\"");
        var bare = browser.get().uri("http://127.0.0.1" + door).exchange();
        assertThat(bare).hasStatusOk();
        assertThat(Visitor.text(bare)).doesNotContain("data-passkey");
    }

    private MemberVisitor signedIn() {
        return new MemberVisitor(browser, pages.signedIn(made, made.member()));
    }

    private MvcTestResult added(MemberVisitor member, String name) {
        var options = Visitor.text(member.post("/portal/passkeys/challenge", "name", name));
        return member.post(
                "/portal/passkeys", "name", name, "challenge", challenge(options), "credential", phone.makes(options));
    }

    private String asked() {
        var answer = stranger.post(door + "/passkey/challenge");
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult enter(String credential, String options) {
        return stranger.post(door + "/passkey", "challenge", challenge(options), "credential", credential);
    }

    /** Null when nobody came in. */
    private @Nullable MemberVisitor cameIn(MvcTestResult answer) {
        var cookie = answer.getResponse().getCookie(MemberVisitor.COOKIE);
        return cookie == null ? null : new MemberVisitor(browser, cookie.getValue());
    }

    private void isRefused(String options) {
        assertRefused(enter(phone.signs(options), options));
    }

    private void assertRefused(MvcTestResult answer) {
        assertThat(answer).hasStatus(422);
        assertThat(Visitor.text(answer)).contains(REFUSED);
        assertThat(cameIn(answer)).isNull();
    }

    private List<String> entries() {
        return any.in(made.practice(), () -> audit.entriesAbout(made.member().value())).stream()
                .map(entry -> entry.what())
                .toList();
    }

    private Proxy granted() {
        return any.in(made.practice(), () -> {
            var member = patients.find(made.member()).orElseThrow();
            var grant = new Proxies.Grant(
                    "Lena Vogt",
                    "lena@home.example",
                    Proxy.Relation.REPRESENTATIVE,
                    EnumSet.of(MemberPart.MESSAGES),
                    "In the safe",
                    null,
                    LocalDate.of(2026, 11, 1),
                    null);
            assertThat(proxies.grant(member, grant, TESTER)).isInstanceOf(Proxies.Granted.Done.class);
            return proxies.of(made.member()).getFirst();
        });
    }

    private static String challenge(String options) {
        return JsonMapper.shared().readTree(options).get("challenge").asString();
    }

    /** Without the token of the form, which differs each time. */
    private static String plain(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String found(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }
}
