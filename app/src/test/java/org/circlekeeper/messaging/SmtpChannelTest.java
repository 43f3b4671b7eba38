package org.circlekeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.circlekeeper.messaging.MailSink.Manner;
import org.circlekeeper.outbox.CannotCarry;
import org.circlekeeper.outbox.Undeliverable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A mail server's answer decides what becomes of a letter. */
class SmtpChannelTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);
    private static final UUID LETTER = UUID.fromString("0198f000-0000-7000-8000-000000000001");
    private static final Envelope ENVELOPE = new Envelope("ana@home.example", "Any Office", "(217) 555-0142");

    private MailSink sink;

    @BeforeEach
    void a_mail_server() throws IOException {
        sink = new MailSink();
    }

    @AfterEach
    void closes() {
        sink.close();
    }

    @Test
    void i04_a_mail_is_taken_for_one_recipient() {
        send();

        assertThat(sink.taken()).singleElement().satisfies(taken -> {
            assertThat(taken.recipients()).containsExactly("ana@home.example");
            assertThat(taken.mail())
                    .contains("Message-ID: <" + LETTER + "@any.example>")
                    .contains("Any Office: you have a message.");
        });
    }

    @Test
    void a_server_that_breaks_off_after_its_answer_has_taken_it() {
        sink.does(Manner.BREAKS_OFF_AFTER_ITS_ANSWER);
        send();

        assertThat(sink.taken()).hasSize(1);
    }

    @Test
    void a_mail_whose_answer_was_lost_goes_again_as_the_same_mail() {
        sink.does(Manner.BREAKS_OFF_BEFORE_ITS_ANSWER);
        assertThatThrownBy(this::send).isInstanceOf(CannotCarry.class).hasMessageContaining("broke off");
        sink.does(Manner.TAKES);
        send();

        assertThat(sink.taken()).hasSize(2);
        assertThat(sink.taken().stream().map(taken -> taken.mail().replaceAll("(?s).*(Message-ID: \\S+).*", "$1")))
                .containsOnly("Message-ID: <" + LETTER + "@any.example>");
    }

    @ParameterizedTest
    @EnumSource(names = {"GREETS_WITH_421", "RECIPIENT_421", "RECIPIENT_450"})
    void what_the_server_does_not_take_now_stays(Manner manner) {
        sink.does(manner);

        assertThatThrownBy(this::send).isInstanceOf(CannotCarry.class).hasMessageContaining("Nothing was lost");
        assertThat(sink.taken()).isEmpty();
    }

    /** A server that is set wrong says nothing against an address: no member is to be called for it. */
    @ParameterizedTest
    @EnumSource(names = {"RECIPIENT_550_BY_POLICY", "RECIPIENT_554", "SENDER_530"})
    void what_is_wrong_with_the_server_or_with_us_is_tried_again(Manner manner) {
        sink.does(manner);

        assertThatThrownBy(this::send).isInstanceOf(CannotCarry.class).hasMessageContaining("CIRCLEKEEPER_SMTP");
        assertThat(sink.taken()).isEmpty();
    }

    /** Whoever keeps the server is not asked about it: they could mend nothing. */
    @Test
    void a_full_mailbox_is_nothing_that_is_wrong_with_the_server() {
        sink.does(Manner.RECIPIENT_552);

        assertThatThrownBy(this::send).isInstanceOf(CannotCarry.class).hasMessage(MailLetters.MAILBOX_FULL);
    }

    @Test
    void what_the_server_will_never_take_does_not_go() {
        sink.does(Manner.RECIPIENT_550);
        assertThatThrownBy(this::send).isInstanceOfSatisfying(Undeliverable.class, never -> {
            assertThat(never.isNobodyThere()).isTrue();
            assertThat(never.sentence()).contains("(550)");
        });
        sink.does(Manner.MAIL_554);
        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(
                        Undeliverable.class,
                        never -> assertThat(never.isNobodyThere()).isFalse());
    }

    @Test
    void a_server_that_is_not_there_is_said_to_be_unreachable() {
        sink.close();

        assertThatThrownBy(this::send)
                .isInstanceOf(SmtpChannel.Unreachable.class)
                .hasMessageContaining("cannot be reached");
    }

    /** Servers quote addresses in their answers, and a failure is logged. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"TAKES", "BREAKS_OFF_AFTER_ITS_ANSWER"})
    void i03_no_failure_repeats_an_address(Manner manner) {
        sink.does(manner);
        var failure = catchThrowable(this::send);
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).doesNotContain("ana@");
    }

    private void send() {
        new SmtpChannel(MailServer.read(sink.address(), "office@any.example"), CLOCK).send(LETTER, ENVELOPE);
    }
}
