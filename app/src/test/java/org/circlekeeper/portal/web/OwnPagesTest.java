package org.circlekeeper.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.portal.MemberVisitor.COOKIE;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberSignIn;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A member on a telephone: signs in, sees the next session, says that they cannot come, changes the language. */
@PracticeTest
class OwnPagesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final int MOST_BYTES = 60 * 1024;
    private static final List<String> ALL =
            List.of("/portal", "/portal/messages", "/portal/messages/care", "/portal/whom");

    @Autowired
    OwnPages pages;

    @Autowired
    AnyPractice any;

    @Autowired
    MockMvcTester browser;

    @Autowired
    MovableClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Made made;
    private MemberVisitor member;

    @BeforeEach
    void a_member_who_came_in() {
        made = pages.made();
        member = new MemberVisitor(browser, pages.signedIn(made, made.member()));
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(NOW);
    }

    @Test
    void an_invitation_is_given_by_hand_taken_up_and_signed_out_of() {
        var office = pages.staff(made, Role.COORDINATOR, browser);
        var given = office.post("/patients/" + made.other() + "/portal/invitation");
        assertThat(given).hasStatusOk();
        var link = found(Visitor.text(given), "<code>http://localhost(/portal/in/[^<]+)</code>");
        var code = found(Visitor.text(given), "<strong>([0-9]{3} [0-9]{3})</strong>");
        assertThat(office.page("/patients/" + made.other() + "/portal"))
                .contains("Invited until")
                .doesNotContain(code);

        var stranger = new MemberVisitor(browser, null);
        assertThat(stranger.page(link)).contains("Any Office invited you", "one-time-code");
        var different = stranger.post(link, "code", code, "own", "482913", "again", "482914");
        assertThat(different).hasStatus(422);
        assertThat(Visitor.text(different)).contains("The two codes are not the same", code);
        var entered = stranger.post(link, "code", code, "own", "482913", "again", "482913");
        assertThat(entered).hasStatus(303);
        var cookie = Objects.requireNonNull(entered.getResponse().getCookie(COOKIE));
        assertThat(entered.getResponse().getHeaders("Set-Cookie"))
                .anySatisfy(
                        set -> assertThat(set).contains(COOKIE + "=", "Path=/portal", "HttpOnly", "SameSite=Strict"));
        var theirs = new MemberVisitor(browser, cookie.getValue());
        assertThat(theirs.page("/portal")).contains("Next session");
        assertThat(office.page("/patients/" + made.other() + "/portal")).contains("They have come in");

        theirs.post("/portal/sign-out");
        assertThat(theirs.ask("/portal")).hasStatus3xxRedirection();
        assertThat(stranger.ask(link)).hasStatus(404);
        assertThat(Visitor.text(stranger.ask(link)))
                .contains("This link does not open any more", "Send me a new one", "/portal/at/");
    }

    @Test
    void the_door_answers_alike_whether_an_address_is_known() {
        pages.agrees(made, made.member(), "ana@" + made.practice() + ".example");
        var stranger = new MemberVisitor(browser, null);
        var door = door();
        assertThat(stranger.page(door)).contains("Sign in", "Any Office");
        var known = stranger.post(door, "email", "ana@" + made.practice() + ".example");
        var unknown = stranger.post(door, "email", "nobody@" + made.practice() + ".example");
        assertThat(plain(Visitor.text(known))).isEqualTo(plain(Visitor.text(unknown)));
        assertThat(known).hasStatusOk();

        var wrong = stranger.post(door, "email", "two@a.example,b@c.example");
        assertThat(wrong).hasStatus(422);
        assertThat(Visitor.text(wrong)).contains("Write one e-mail address", "two@a.example,b@c.example");
        assertThat(stranger.ask("/portal/at/AAAAAAAAAAAAAAAAAAAAAA")).hasStatus(404);
        assertThat(stranger.ask("/portal/at/nonsense")).hasStatus(404);
    }

    @Test
    void a_staff_sign_in_opens_no_page_of_members_and_a_members_none_of_staff() {
        var owner = pages.staff(made, Role.OWNER, browser);
        assertThat(ALL)
                .allSatisfy(path -> assertThat(owner.ask(path))
                        .hasStatus(302)
                        .redirectedUrl()
                        .isEqualTo("/portal/sign-in"));
        var token = Objects.requireNonNull(member.token());
        for (var path : List.of("/", "/patients", "/messages", "/patients/" + made.member())) {
            assertThat(browser.get().uri(path).cookie(new Cookie(COOKIE, token)))
                    .as(path)
                    .hasStatus3xxRedirection();
            assertThat(browser.get().uri(path).cookie(new Cookie("circlekeeper", token)))
                    .as(path)
                    .hasStatus3xxRedirection();
        }
        assertThat(browser.get().uri("/portal").cookie(new Cookie(COOKIE, Objects.requireNonNull(owner.token()))))
                .hasStatus3xxRedirection();
    }

    @Test
    void what_is_for_members_lies_beneath_their_path_and_nothing_of_staff_does() {
        mapping.getHandlerMethods()
                .forEach((route, handler) -> route.getPatternValues().forEach(path -> {
                    boolean forMembers = handler.hasMethodAnnotation(ForMembers.class);
                    assertThat(!forMembers || MemberSignIn.isPath(path))
                            .as(path)
                            .isTrue();
                    assertThat(handler.hasMethodAnnotation(Needs.class) && MemberSignIn.isPath(path))
                            .as(path)
                            .isFalse();
                }));
    }

    @Test
    void home_shows_the_next_session_and_nothing_of_the_group_or_anybody_in_it() {
        var home = member.page("/portal");
        assertThat(home).contains("Hello Person", "Tuesday, November 24", "9:00", "AM", "1 Main St", "I can't make it");
        assertThat(ALL)
                .allSatisfy(path -> assertThat(member.page(path))
                        .doesNotContain(
                                "Survivors",
                                "Grief",
                                pages.name(made, made.other()),
                                made.other().toString()));
        assertThat(member.page("/portal/sessions/" + made.session() + "/calendar.ics"))
                .contains("SUMMARY:Any Office", "DTSTART")
                .doesNotContain("Survivors", "Grief", "\nLOCATION", "\nDESCRIPTION");
    }

    @Test
    void two_taps_tell_the_leader_and_mark_nobody_and_one_takes_it_back() {
        var leader = pages.staff(made, Role.THERAPIST, browser);
        var absence = found(member.page("/portal"), "href=\"([^\"]+/absence)\"");
        assertThat(member.page(absence)).contains("Session on Tuesday, November 24, 9:00");
        assertThat(member.after(member.post(absence))).contains("Told.", "You said on Mon, Nov 23, 9:00");
        assertThat(member.after(member.post(absence))).contains("That was said already");

        var sheet = leader.page("/sessions/" + made.session());
        assertThat(sheet).contains("that they can't come", "2 seats, nobody marked yet");
        assertThat(leader.page("/")).contains("1 member said they can't come");

        assertThat(member.after(member.post(absence + "/undo"))).contains("You are expected again");
        assertThat(leader.page("/sessions/" + made.session())).doesNotContain("that they can't come");
    }

    @Test
    void once_the_session_has_begun_it_is_too_late_and_another_session_is_not_theirs() {
        var absence = "/portal/sessions/" + made.session() + "/absence";
        clock.moveTo(NOW.plus(Duration.ofDays(1)).plusSeconds(60));
        var late = new MemberVisitor(browser, pages.signedIn(made, made.member()));
        assertThat(late.after(late.post(absence))).contains("The session has begun");
        clock.moveTo(NOW);

        var elsewhere = pages.made();
        var strange = "/portal/sessions/" + elsewhere.session() + "/absence";
        assertThat(late.ask(strange)).hasStatus(404);
        assertThat(Visitor.text(late.ask(strange))).contains("Nothing is here").doesNotContain("Circlekeeper");
        assertThat(late.after(late.post(strange))).contains("No such session expects you");
        assertThat(late.ask("/portal/sessions/" + elsewhere.session() + "/calendar.ics"))
                .hasStatus(404);
    }

    @Test
    void each_page_is_there_in_both_languages_and_the_choice_is_kept() {
        var chosen = member.post("/portal/language", "language", "es", "back", "/portal/messages");
        assertThat(chosen).hasStatus(303).redirectedUrl().isEqualTo("/portal/messages");
        assertThat(Objects.requireNonNull(chosen.getResponse().getCookie("portal-language"))
                        .getValue())
                .isEqualTo("es");
        assertThat(member.post("/portal/language", "language", "es", "back", "https://elsewhere.example"))
                .redirectedUrl()
                .isEqualTo("/portal");

        var spanish = member.speaking("es");
        assertThat(spanish.page("/portal"))
                .contains("lang=\"es\"", "Próxima sesión", "martes 24 de noviembre", "No puedo ir", "English");
        assertThat(spanish.page("/portal/messages")).contains("Nadie vigila este buzón", "988");
        assertThat(spanish.page("/portal/messages/care")).contains("Su atención");
        assertThat(new MemberVisitor(browser, null, "es").page(door())).contains("Correo electrónico");
        assertThat(browser.get().uri(door()).header("Accept-Language", "es-MX,en;q=0.5"))
                .bodyText()
                .contains("Correo electrónico");
    }

    @Test
    void each_page_has_help_a_way_out_and_no_script_or_style_of_its_own() {
        for (var path : ALL) {
            assertThat(member.page(path))
                    .contains("data-leave", "https://www.weather.gov/", "call or text 988", "<h2>Help</h2>")
                    .doesNotContain(" style=", "<script>", "onclick");
        }
    }

    @Test
    void a_page_with_all_that_it_loads_is_under_sixty_kilobytes_compressed() throws IOException {
        for (var path : ALL) {
            var page = member.page(path);
            int bytes = compressed(page);
            var loads = Pattern.compile("(?:href|src)=\"(/portal\\.(?:css|js)[^\"]*)\"")
                    .matcher(page);
            int files = 0;
            while (loads.find()) {
                bytes += compressed(member.page(loads.group(1)));
                files++;
            }
            assertThat(files).as(path).isEqualTo(2);
            assertThat(page).doesNotContain("/webjars/", "circlekeeper.css");
            assertThat(bytes).as(path).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void half_an_hour_without_a_tap_signs_out() {
        clock.moveTo(NOW.plus(Duration.ofMinutes(29)));
        member.page("/portal");
        clock.moveTo(NOW.plus(Duration.ofMinutes(58)));
        assertThat(member.ask("/portal/still-here")).hasStatus(204);
        clock.moveTo(NOW.plus(Duration.ofMinutes(89)));
        assertThat(member.ask("/portal")).hasStatus3xxRedirection();
    }

    @Test
    void access_that_is_closed_ends_with_the_next_tap() {
        var office = pages.staff(made, Role.COORDINATOR, browser);
        assertThat(office.after(office.post("/patients/" + made.member() + "/portal/end")))
                .contains("Closed.", "No access yet");
        assertThat(member.ask("/portal")).hasStatus3xxRedirection();
        assertThat(office.after(office.post("/patients/" + made.member() + "/portal/end")))
                .contains("no access that could be closed");
    }

    private String door() {
        var office = pages.staff(made, Role.COORDINATOR, browser);
        return found(
                office.page("/patients/" + made.member() + "/portal"), "http://localhost(/portal/at/[^<]+)</code>");
    }

    private static String found(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** Without the mark of the form, which differs each time. */
    private static String plain(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static int compressed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
