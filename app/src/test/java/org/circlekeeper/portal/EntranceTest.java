package org.circlekeeper.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.portal.OwnPages.OWN_CODE;
import static org.circlekeeper.portal.OwnPages.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.portal.Entrance.Entered;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coming in by a link and a code: what opens, what does not, and what is never told. */
@PracticeTest
class EntranceTest {

    private static final String BASE = "http://localhost";

    @Autowired
    OwnPages pages;

    @Autowired
    AnyPractice any;

    @Autowired
    Entrance entrance;

    @Autowired
    PortalSignIns signIns;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient db;

    private final AtomicInteger machine = new AtomicInteger();
    private Made made;
    private String address;

    @BeforeEach
    void a_member_who_agreed_to_mail() {
        made = pages.made();
        address = "ana@" + made.practice() + ".example";
        pages.agrees(made, made.member(), address);
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(Instant.parse("2026-11-23T15:00:00Z"));
    }

    @Test
    void an_invitation_opens_with_its_code_once_and_the_link_that_follows_with_their_own() {
        var invitation = pages.invited(made, made.member());
        assertThat(invitation.mailed()).isTrue();
        assertThat(mails().getLast()).contains(invitation.link()).doesNotContain(invitation.code());

        var first = enter(invitation.link(), invitation.code(), OWN_CODE);
        assertThat(first).isInstanceOf(Entered.Welcome.class);
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isInstanceOf(Entered.Gone.class);

        assertThat(entrance.ask(made.practice(), address.toUpperCase(Locale.ROOT), "10.1.1.1", BASE))
                .isTrue();
        var link = lastLink();
        assertThat(entrance.of(token(link))).contains(Entrance.Asks.OWN);
        assertThat(enter(link, "000111", "")).isInstanceOf(Entered.Wrong.class);
        assertThat(enter(link, " 482 913 ", "")).isInstanceOf(Entered.Welcome.class);
        assertThat(enter(link, OWN_CODE, "")).isInstanceOf(Entered.Gone.class);
    }

    @Test
    void looking_at_a_link_uses_nothing_up() {
        var invitation = pages.invited(made, made.member());
        for (int i = 0; i < 20; i++) {
            assertThat(entrance.of(token(invitation.link()))).contains(Entrance.Asks.TOLD_AND_OWN);
        }
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void an_address_that_is_not_known_is_answered_like_one_that_is_and_gets_no_mail() {
        pages.signedIn(made, made.member());
        int before = mails().size();

        assertThat(entrance.ask(made.practice(), "nobody@home.example", "10.1.1.2", BASE))
                .isTrue();
        assertThat(mails()).hasSize(before);
        assertThat(entrance.ask(made.practice(), address, "10.1.1.2", BASE)).isTrue();
        assertThat(mails()).hasSize(before + 1);
    }

    @Test
    void nobody_is_sent_a_link_who_never_took_up_an_invitation_or_wants_no_mail() {
        entrance.ask(made.practice(), address, "10.1.1.3", BASE);
        assertThat(mails()).isEmpty();

        pages.signedIn(made, made.member());
        int before = mails().size();
        pages.agrees(made, made.member(), "elsewhere@" + made.practice() + ".example");
        entrance.ask(made.practice(), address, "10.1.1.3", BASE);
        assertThat(mails()).hasSize(before);
    }

    @Test
    void a_link_opens_for_half_an_hour_and_an_invitation_for_a_week() {
        pages.signedIn(made, made.member());
        entrance.ask(made.practice(), address, "10.1.1.4", BASE);
        var link = lastLink();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(29)));
        assertThat(entrance.of(token(link))).isPresent();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(entrance.of(token(link))).isEmpty();
        assertThat(enter(link, OWN_CODE, "")).isInstanceOf(Entered.Gone.class);

        var invitation = pages.invited(made, made.member());
        clock.moveTo(clock.instant().plus(Duration.ofDays(7)));
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isInstanceOf(Entered.Gone.class);
    }

    @Test
    void five_wrong_codes_and_the_link_opens_no_more_though_the_sixth_is_right() {
        var invitation = pages.invited(made, made.member());
        var wrong = invitation.code().equals("135790") ? "135791" : "135790";
        for (int i = 0; i < 5; i++) {
            assertThat(enter(invitation.link(), wrong, OWN_CODE)).isInstanceOf(Entered.Wrong.class);
        }
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isInstanceOf(Entered.Gone.class);
    }

    @Test
    void whoever_asks_for_link_after_link_has_ten_guesses_a_day() {
        pages.signedIn(made, made.member());
        for (int i = 0; i < 10; i++) {
            clock.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
            entrance.ask(made.practice(), address, "10.2.2." + i, BASE);
            assertThat(enter(lastLink(), "000111", "")).as("guess " + i).isInstanceOf(Entered.Wrong.class);
        }
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
        entrance.ask(made.practice(), address, "10.2.2.99", BASE);
        assertThat(enter(lastLink(), OWN_CODE, "")).isInstanceOf(Entered.TooManyToday.class);
        clock.moveTo(clock.instant().plus(Duration.ofHours(24)));
        entrance.ask(made.practice(), address, "10.2.2.100", BASE);
        assertThat(enter(lastLink(), OWN_CODE, "")).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void whoever_has_no_guess_left_comes_in_with_a_new_invitation() {
        pages.signedIn(made, made.member());
        for (int i = 0; i < 10; i++) {
            if (i % 4 == 0) {
                clock.moveTo(clock.instant().plus(Duration.ofMinutes(16)));
                entrance.ask(made.practice(), address, "10.2.3." + i, BASE);
            }
            enter(lastLink(), "000111", "");
        }
        assertThat(enter(lastLink(), OWN_CODE, "")).isInstanceOf(Entered.TooManyToday.class);
        var invitation = pages.invited(made, made.member());
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void thirty_guesses_at_once_are_no_more_than_five() throws Exception {
        var invitation = pages.invited(made, made.member());
        var wrong = invitation.code().equals("135790") ? "135791" : "135790";
        try (var threads = Executors.newFixedThreadPool(6)) {
            var guesses = Stream.<Callable<Entered>>generate(() -> () -> enter(invitation.link(), wrong, OWN_CODE))
                    .limit(30)
                    .toList();
            long counted = threads.invokeAll(guesses).stream()
                    .map(guess -> guess.resultNow())
                    .filter(Entered.Wrong.class::isInstance)
                    .count();
            assertThat(counted).isLessThanOrEqualTo(5);
        }
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isNotInstanceOf(Entered.Welcome.class);
    }

    @Test
    void of_two_who_open_a_link_at_the_same_moment_one_comes_in() throws Exception {
        var invitation = pages.invited(made, made.member());
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Entered> opens = () -> enter(invitation.link(), invitation.code(), OWN_CODE);
            var came = threads.invokeAll(List.of(opens, opens)).stream()
                    .map(one -> one.resultNow())
                    .toList();
            assertThat(came).filteredOn(Entered.Welcome.class::isInstance).hasSize(1);
            assertThat(came).filteredOn(Entered.Gone.class::isInstance).hasSize(1);
        }
    }

    @Test
    void a_code_that_anybody_would_guess_is_not_taken_and_the_link_still_opens() {
        var invitation = pages.invited(made, made.member());
        assertThat(List.of("123456", "987654", "777777", "010180", "800101", "12345"))
                .allSatisfy(own -> assertThat(OwnCode.objection(own, LocalDate.of(1980, 1, 1)))
                        .isPresent());
        assertThat(enter(invitation.link(), invitation.code(), "123456")).isInstanceOf(Entered.ChooseAnother.class);
        assertThat(enter(invitation.link(), invitation.code(), OWN_CODE)).isInstanceOf(Entered.Welcome.class);
    }

    @Test
    void a_new_invitation_ends_links_at_once_and_sign_ins_once_it_is_taken_up() {
        var first = pages.invited(made, made.member());
        var second = pages.invited(made, made.member());
        assertThat(enter(first.link(), first.code(), OWN_CODE)).isInstanceOf(Entered.Gone.class);
        var token = pages.signedIn(second);
        var third = pages.invited(made, made.member());
        assertThat(signIns.of(token)).isPresent();
        pages.signedIn(third);
        assertThat(signIns.of(token)).isEmpty();
    }

    @Test
    void too_many_links_asked_for_from_one_machine_are_refused_and_to_one_address_quietly_not_sent() {
        pages.signedIn(made, made.member());
        int before = mails().size();
        for (int i = 0; i < 10; i++) {
            assertThat(entrance.ask(made.practice(), address, "10.9.9.9", BASE)).isTrue();
        }
        assertThat(entrance.ask(made.practice(), address, "10.9.9.9", BASE)).isFalse();
        assertThat(mails()).hasSize(before + 3);
    }

    @Test
    void what_is_no_token_or_of_another_practice_opens_nothing() {
        var other = pages.made();
        var token = token(pages.invited(made, made.member()).link());
        for (var strange : List.of(
                "",
                "x",
                "....",
                PortalToken.fresh(made.practice()),
                PortalToken.fresh(other.practice()),
                PortalToken.fresh(new PracticeId(UUID.randomUUID())))) {
            assertThat(entrance.of(strange)).isEmpty();
            assertThat(entrance.enter(strange, "123123", OWN_CODE, "10.1.1.6", ""))
                    .isInstanceOf(Entered.Gone.class);
            assertThat(signIns.of(strange)).isEmpty();
        }
        assertThat(entrance.of(token)).isPresent();
    }

    @Test
    void tokens_and_codes_are_kept_as_hashes() {
        var invitation = pages.invited(made, made.member());
        var token = pages.signedIn(invitation);
        var kept = any.in(made.practice(), () -> db.sql("""
                                select string_agg(t::text, ' ')
                                  from (select row(l.*)::text as t from portal.link l
                                         union all
                                        select row(s.*)::text from portal.sign_in s
                                         union all
                                        select row(a.*)::text from portal.account a) all_rows
                                """).query(String.class).single());
        assertThat(kept).doesNotContain(token, token(invitation.link()), OWN_CODE);
    }

    private Entered enter(String link, String code, String own) {
        return entrance.enter(token(link), code, own, "10.0.0." + machine.incrementAndGet(), "");
    }

    private String lastLink() {
        return pages.lastLink(made);
    }

    private List<String> mails() {
        return pages.mails(made);
    }
}
