package org.circlekeeper.messaging;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.UUID;
import org.circlekeeper.outbox.CannotCarry;
import org.circlekeeper.outbox.Undeliverable;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one mail to a mail server. What it answers decides: taken, try again later (4yz, no answer, the server itself
 * is wrong), or never (5yz about the recipient or the mail). Answers are never repeated: they quote addresses.
 */
final class SmtpChannel {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpChannel.class);
    private static final int NEVER = 500;
    private static final String AGAIN = " Nothing was lost: it is tried again.";

    private final MailServer server;
    private final Clock clock;

    SmtpChannel(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** The server could not be spoken with at all. */
    static final class Unreachable extends CannotCarry {

        private static final long serialVersionUID = 1L;

        Unreachable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Returns once the server has taken it. */
    void send(UUID letter, Envelope envelope) {
        var session = Session.getInstance(server.properties());
        try {
            var mail = Mail.of(session, letter, envelope, server.from(), clock.instant());
            var transport = connected(session);
            try {
                transport.sendMessage(mail, mail.getAllRecipients());
            } finally {
                close(transport);
            }
        } catch (MessagingException broken) {
            throw refused(broken);
        }
    }

    /** The answer about the recipient says more than the one about the whole. */
    private static RuntimeException refused(MessagingException broken) {
        int code = 0;
        boolean recipient = false;
        for (Exception one = broken; one instanceof MessagingException next; one = next.getNextException()) {
            switch (next) {
                case SMTPSenderFailedException _ -> {
                    return new CannotCarry(
                            "The mail server takes no mail from the address in CIRCLEKEEPER_MAIL_FROM." + AGAIN,
                            wordless(broken));
                }
                case SMTPAddressFailedException address -> {
                    code = address.getReturnCode();
                    recipient = true;
                }
                case SMTPSendFailedException whole -> code = recipient ? code : whole.getReturnCode();
                default -> {}
            }
        }
        return code < NEVER ? later(code, broken) : never(code, recipient, broken);
    }

    private static CannotCarry later(int code, MessagingException broken) {
        var said =
                code <= 0 ? "The mail server broke off." : "The mail server asks to come again later (" + code + ").";
        return new CannotCarry(said + AGAIN, wordless(broken));
    }

    private static Undeliverable never(int code, boolean recipient, MessagingException broken) {
        return new Undeliverable(
                recipient
                        ? "The mail server of their address takes no mail for it (" + code + ")."
                        : "The mail server refused the e-mail (" + code + ").",
                recipient,
                wordless(broken));
    }

    /** The kind of a failure alone: what servers say of it holds addresses. */
    private static Exception wordless(Exception broken) {
        var told = new Exception(broken.getClass().getSimpleName());
        told.setStackTrace(broken.getStackTrace());
        return told;
    }

    /** Once the server has taken a mail, how it says goodbye changes nothing. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("The mail server broke off after its answer");
        }
    }

    private Transport connected(Session session) throws MessagingException {
        var transport = session.getTransport(server.protocol());
        try {
            if (server.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(server.user(), server.password());
            }
            return transport;
        } catch (AuthenticationFailedException refused) {
            throw new Unreachable(
                    "The mail server does not know the user or the password in CIRCLEKEEPER_SMTP." + AGAIN,
                    wordless(refused));
        } catch (MessagingException broken) {
            throw new Unreachable(
                    "The mail server " + server + " cannot be reached, or offers no sealed wire (STARTTLS)." + AGAIN,
                    wordless(broken));
        }
    }
}
