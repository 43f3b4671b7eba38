package org.circlekeeper.portal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.circlekeeper.audit.AuditEntry;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.calls.Call;
import org.circlekeeper.calls.Calls;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.outbox.KillPoint;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.outbox.Undeliverable;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has a copy of the database, and not the home with its keys, comes in nowhere with it. */
@PracticeTest
class WhatACopyHoldsTest {

    @Autowired
    OwnPages pages;

    @Autowired
    AnyPractice any;

    @Autowired
    Outbox outbox;

    @Autowired
    Calls calls;

    @Autowired
    Reaches reaches;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient db;

    private Made made;

    @BeforeEach
    void somebody_who_is_written_to() {
        made = pages.made();
        pages.agrees(made, made.member(), "ana@home.example");
    }

    @AfterEach
    void nothing_breaks_any_more() {
        KillPoint.instead(null);
    }

    @Test
    void the_link_of_a_letter_that_waits_is_sealed_and_of_one_that_left_nothing_stays() {
        var invitation = pages.invited(made, made.member());
        assertThat(payload()).isNotEmpty().doesNotContain("http", "ana@", OwnPages.token(invitation.link()));
        assertThat(pages.lastLink(made)).isEqualTo(invitation.link());

        outbox.relay(made.practice());

        assertThat(status()).isEqualTo("SENT");
        assertThat(payload()).isEmpty();
        assertThat(pages.mails(made).getLast().replaceAll("\\s", ""))
                .as("the person's copy on trial")
                .contains(invitation.link());
    }

    @Test
    void on_trial_the_trail_says_that_nothing_was_sent() {
        pages.invited(made, made.member());

        outbox.relay(made.practice());

        assertThat(any.in(
                        made.practice(), () -> trail.entriesAbout(made.member().value())))
                .extracting(AuditEntry::what)
                .contains("wrote a neutral e-mail as a file, on trial")
                .doesNotContain("sent a neutral e-mail");
    }

    @Test
    void an_invitation_to_an_address_that_takes_no_mail_is_a_call_and_the_address_is_known_for_it() {
        pages.invited(made, made.member());
        KillPoint.instead(place -> {
            KillPoint.instead(null);
            throw new Undeliverable("Takes no mail (550).", true, new IOException());
        });

        outbox.relay(made.practice());

        assertThat(any.in(made.practice(), calls::open)).hasSize(1);
        assertThat(any.in(made.practice(), () -> reaches.of(made.member()).returned()))
                .containsExactly("ana@home.example");
    }

    @Test
    void the_hash_of_a_code_is_sealed_and_the_code_opens_all_the_same() {
        pages.signedIn(pages.invited(made, made.member()));

        assertThat(any.in(made.practice(), () -> db.sql("""
                                        select code_hash from portal.link where code_hash is not null
                                         union all
                                        select code_hash from portal.own_code
                                        """).query(String.class).list()))
                .hasSize(2)
                .allMatch(hash -> hash.startsWith("sealed:"));
    }

    @Test
    void a_letter_that_was_put_there_unsealed_still_goes() {
        pages.invited(made, made.member());
        put("ana@home.example\nAny Office\n(217) 555-0142\nINVITATION\nhttps://x.example/portal/in/abc", false);

        outbox.relay(made.practice());

        assertThat(status()).isEqualTo("SENT");
        assertThat(payload()).isEmpty();
        assertThat(pages.mails(made).getLast()).contains("https://x.example/portal/in/abc");
    }

    @Test
    void what_was_sealed_in_another_home_never_goes_and_the_member_is_called() {
        pages.invited(made, made.member());
        put("sealed with a key that was lost", true);

        outbox.relay(made.practice());

        assertThat(status()).isEqualTo("REFUSED");
        assertThat(any.in(made.practice(), calls::open))
                .singleElement()
                .extracting(Call::why)
                .asString()
                .contains("No e-mail with a link reached them");
    }

    private void put(String payload, boolean sealed) {
        any.run(
                made.practice(),
                () -> db.sql("update outbox.letter set payload = :payload, sealed = :sealed")
                        .param("payload", payload.getBytes(UTF_8))
                        .param("sealed", sealed)
                        .update());
    }

    private String payload() {
        return any.in(
                made.practice(),
                () -> new String(
                        db.sql("select payload from outbox.letter")
                                .query(byte[].class)
                                .single(),
                        ISO_8859_1));
    }

    private String status() {
        return any.in(
                made.practice(),
                () -> db.sql("select status from outbox.letter")
                        .query(String.class)
                        .single());
    }
}
