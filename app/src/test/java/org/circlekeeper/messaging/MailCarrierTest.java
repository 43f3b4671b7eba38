package org.circlekeeper.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.circlekeeper.outbox.CannotCarry;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.terms.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On trial an e-mail is a file; a live home hands it to a mail server, once one is set. */
class MailCarrierTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void on_trial_it_is_a_file_and_no_server_hears_of_it() throws IOException {
        try (var sink = new MailSink()) {
            var carrier = carrier(false, sink.address());
            assertThat(carrier.hasCarried(letter())).isFalse();
            carrier.carry(letter());

            assertThat(carrier.hasCarried(letter())).isTrue();
            assertThat(folder.resolve("one.eml")).content().contains("To: ana@home.example");
            assertThat(sink.taken()).isEmpty();
        }
    }

    @Test
    void live_it_goes_to_the_server_and_is_no_file() throws IOException {
        try (var sink = new MailSink()) {
            carrier(true, sink.address()).carry(letter());

            assertThat(sink.taken()).hasSize(1);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void while_no_server_is_set_it_waits_and_it_is_said_what_to_set() {
        assertThatThrownBy(() -> carrier(true, "").carry(letter()))
                .isInstanceOf(CannotCarry.class)
                .hasMessageContaining("No mail server is set. CIRCLEKEEPER_SMTP reads like");
        assertThatThrownBy(() -> carrier(true, "mail.example.org").carry(letter()))
                .isInstanceOf(CannotCarry.class)
                .hasMessageContaining("Mend what is set");
    }

    @Test
    void a_server_that_cannot_be_reached_is_left_alone_for_a_while_for_the_same_reason() throws IOException {
        var sink = new MailSink();
        sink.close();
        var carrier = carrier(true, sink.address());

        assertThatThrownBy(() -> carrier.carry(letter()))
                .isInstanceOf(SmtpChannel.Unreachable.class)
                .hasMessageContaining("cannot be reached");
        assertThatThrownBy(() -> carrier.carry(letter()))
                .isNotInstanceOf(SmtpChannel.Unreachable.class)
                .hasMessageContaining("cannot be reached");
    }

    private MailCarrier carrier(boolean live, String server) {
        return new MailCarrier(folder, () -> live, server, "office@any.example", CLOCK);
    }

    private static Letter letter() {
        var bytes = new Envelope("ana@home.example", "Any Office", "(217) 555-0142").bytes();
        return new Letter(new UUID(0, 1), "e-mail", "one.eml", "one", bytes, Sha256.hex(bytes));
    }
}
