package org.circlekeeper.messaging;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.circlekeeper.outbox.Undeliverable;

/**
 * An envelope as RFC 5322 and 2045 have it: plain text in any script. Its Message-ID follows from the letter, so a
 * letter that is carried twice is the same mail twice.
 */
final class Mail extends MimeMessage {

    private final String id;

    private Mail(Session session, String id) {
        super(session);
        this.id = id;
    }

    static Mail of(Session session, UUID letter, Envelope envelope, String from, Instant at) throws MessagingException {
        var mail = new Mail(session, "<" + letter + "@" + ascii(from.substring(from.indexOf('@') + 1)) + ">");
        try {
            mail.setFrom(new InternetAddress(plain(from), envelope.from(), "UTF-8"));
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException("Every machine knows UTF-8", never);
        }
        mail.setRecipient(RecipientType.TO, recipient(envelope));
        mail.setSubject(envelope.subject(), "UTF-8");
        mail.setText(envelope.text(), "UTF-8");
        mail.setSentDate(Date.from(at));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    byte[] bytes() throws MessagingException {
        try (var bytes = new ByteArrayOutputStream()) {
            writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static InternetAddress recipient(Envelope envelope) {
        try {
            return new InternetAddress(plain(envelope.to()), true);
        } catch (AddressException | IllegalArgumentException unreadable) {
            throw new Undeliverable(
                    "Their e-mail address is not one that can be written to.", true, new Exception("address"));
        }
    }

    /** The name of the host in the letters that every mail server knows (RFC 3490). */
    private static String plain(String address) {
        int at = address.indexOf('@');
        return address.substring(0, at + 1) + ascii(address.substring(at + 1));
    }

    private static String ascii(String domain) {
        return IDN.toASCII(domain);
    }
}
