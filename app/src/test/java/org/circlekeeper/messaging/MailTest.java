package org.circlekeeper.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.circlekeeper.messaging.Envelope.Says;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves: one recipient, neutral words, any script, and the same mail each time. */
class MailTest {

    @Test
    void a_link_goes_alone_in_neutral_words_of_both_languages() throws Exception {
        var link = "https://office.example/portal/in/" + "A".repeat(64);
        for (var says : List.of(Says.INVITATION, Says.SIGN_IN)) {
            var envelope = new Envelope("ana@home.example", "Any Office", "(217) 555-0142", says, link);
            assertThat(Envelope.read(envelope.bytes())).isEqualTo(envelope);
            assertThat(envelope.subject()).isEqualTo("Any Office: your link / su enlace");
            assertThat(envelope.text())
                    .contains(link + "\r\n", "Open this link within", "Abra este enlace")
                    .doesNotContainIgnoringCase("therapy", "group", "session", "terapia", "grupo", "sesión");
            assertThat(envelope.text().replace("\r\n", "")).doesNotContain("\n", "\r");
        }
    }

    @Test
    void whoever_acts_for_a_member_reads_that_something_waits_and_of_no_message() {
        for (var link : List.of("", "https://office.example/portal/at/X")) {
            var envelope = new Envelope("lena@home.example", "Any Office", "(217) 555-0142", Says.WAITS, link);
            assertThat(Envelope.read(envelope.bytes())).isEqualTo(envelope);
            assertThat(envelope.subject() + envelope.text())
                    .contains("something waits for you", "lgo le espera", "(217) 555-0142", link)
                    .doesNotContainIgnoringCase(
                            "message", "mensaje", "hear", "escuch", "paper", "sign here", "therapy", "group", "grupo");
        }
    }

    @Test
    void whoever_is_on_call_reads_that_they_are_needed_and_no_more() {
        var envelope = new Envelope("noor@house.example", "Any Office", "(217) 555-0142", Says.NEEDED, "");
        assertThat(envelope.subject() + envelope.text())
                .isEqualTo("Any Office: please sign inAny Office: please sign in, you are needed.\r\n");
    }

    @Test
    void who_can_read_an_inbox_is_told_where_and_an_old_envelope_still_opens() {
        var envelope = new Envelope(
                "ana@home.example", "Any Office", "(217) 555-0142", Says.MESSAGE, "https://office.example/portal/at/X");
        assertThat(envelope.text()).contains("https://office.example/portal/at/X", "Or call / O llame al (217)");
        var old = "ana@home.example\nAny Office\n(217) 555-0142".getBytes(UTF_8);
        assertThat(Envelope.read(old).text()).contains("To hear it, call (217) 555-0142.", "llame al (217) 555-0142.");
    }

    private static final UUID LETTER = UUID.fromString("0198f000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Session SESSION = Session.getInstance(new Properties());

    @Test
    void i05_outside_stands_only_that_there_is_a_message_in_both_languages() throws Exception {
        var text = raw(new Envelope("ana@home.example", "Any Office", "(217) 555-0142"));

        assertThat(text.replaceAll("Date: .*\r\n", "")).isEqualTo(String.join("\r\n", """
                From: Any Office <office@any.example>
                To: ana@home.example
                Message-ID: <0198f000-0000-7000-8000-000000000001@any.example>
                Subject: Any Office: message / mensaje
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 7bit
                Auto-Submitted: auto-generated

                Any Office: you have a message. / Tiene un mensaje.

                To hear it, call (217) 555-0142.
                Para escucharlo, llame al (217) 555-0142.
                """.split("\n", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Büro Ahorn", "Офис Клён", "楓事務所", "مكتب القيقب", "Office 🍁", "Bureau d'érable, n° 4 <2>"})
    void each_script_arrives_as_it_was_written(String name) throws Exception {
        var raw = raw(new Envelope("ana@home.example", name, "(217) 555-0142"));
        var mail = new MimeMessage(SESSION, new ByteArrayInputStream(raw.getBytes(UTF_8)));

        assertThat(raw.chars()).as("seven bits alone").allMatch(letter -> letter < 128);
        assertThat(raw.lines()).allMatch(line -> line.length() <= 78);
        assertThat(mail.getSubject()).isEqualTo(name + ": message / mensaje");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo(name);
        assertThat(mail.getContent().toString()).startsWith(name + ": you have a message.");
    }

    @Test
    void i04_nothing_typed_makes_another_header_or_another_recipient() throws Exception {
        var raw = raw(
                new Envelope("ana@home.example", "Office\r\nBcc: boris@home.example", "1\r\nCc: clio@home.example"));
        var mail = new MimeMessage(SESSION, new ByteArrayInputStream(raw.getBytes(UTF_8)));

        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ana@home.example"));
        assertThatThrownBy(() -> new Envelope("ana@home.example,boris@home.example", "Office", "1"))
                .hasMessageNotContaining("boris");
    }

    @Test
    void a_host_in_another_script_is_written_in_the_letters_of_mail() throws Exception {
        assertThat(raw(new Envelope("ana@bücher.example", "Office", "1"))).contains("To: ana@xn--bcher-kva.example");
    }

    @Test
    void a_letter_keeps_its_number_however_often_it_is_written() throws Exception {
        var envelope = new Envelope("ana@home.example", "Office", "1");

        assertThat(Envelope.read(envelope.bytes())).isEqualTo(envelope);
        assertThat(mail(envelope).getMessageID()).isEqualTo(mail(envelope).getMessageID());
    }

    @Test
    void a_server_is_read_from_its_address_and_its_wire_is_sealed() {
        var server = MailServer.read("smtp://us%40er:p%3Aw%2F+x@mail.example.org", "office@any.example");

        assertThat(server.port()).isEqualTo(587);
        assertThat(server.user()).isEqualTo("us@er");
        assertThat(server.password()).isEqualTo("p:w/+x");
        assertThat(server.toString()).doesNotContain("p:w");
        assertThat(server.properties()).containsEntry("mail.smtp.starttls.required", "true");
        assertThat(MailServer.read("smtp://127.0.0.1:2525", "office@any.example")
                        .properties())
                .containsEntry("mail.smtp.starttls.required", "false")
                .containsEntry("mail.smtp.auth", "false");
        assertThat(MailServer.read("smtps://mail.example.org", "office@any.example")
                        .port())
                .isEqualTo(465);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "http://mail.example.org", "smtp://", "smtp://a b@c", "smtp://%zz@c.d"})
    void an_address_that_names_no_server_is_refused_without_repeating_it(String address) {
        assertThatThrownBy(() -> MailServer.read(address, "office@any.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(MailServer.FORMS);
    }

    private static String raw(Envelope envelope) throws Exception {
        return new String(mail(envelope).bytes(), UTF_8);
    }

    private static Mail mail(Envelope envelope) throws Exception {
        return Mail.of(SESSION, LETTER, envelope, "office@any.example", NOW);
    }
}
