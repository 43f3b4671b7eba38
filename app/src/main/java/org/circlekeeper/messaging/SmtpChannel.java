package org.circlekeeper.messaging;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.circlekeeper.outbox.CannotCarry;
import org.circlekeeper.outbox.Undeliverable;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one mail to a mail server. What it answers decides: taken, try again later (4yz, no answer, the server itself
 * is wrong or does not let us in), or never (nobody is there, or it refuses the mail itself). Answers are never
 * repeated: they quote addresses.
 */
final class SmtpChannel {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpChannel.class);
    private static final int NEVER = 500;
    private static final int FULL = 552;
    private static final String FULL_SAYS = "5.2.2";
    private static final Set<Integer> NOBODY_THERE = Set.of(550, 551, 553);
    private static final Pattern ENHANCED = Pattern.compile("\\b5\\.(\\d{1,3})\\.\\d{1,3}\\b");
    private static final String AGAIN = " Nothing was lost: it is tried again for twelve hours.";

    private final MailServer server;
    private final Clock clock;

    SmtpChannel(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** The server could not be spoken with, or not to the end. */
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
        SMTPAddressFailedException recipient = null;
        SMTPSendFailedException whole = null;
        for (Exception one = broken; one instanceof MessagingException next; one = next.getNextException()) {
            switch (next) {
                case SMTPSenderFailedException _ -> {
                    return sender(broken);
                }
                case SMTPAddressFailedException address -> recipient = address;
                case SMTPSendFailedException answer -> whole = answer;
                default -> {}
            }
        }
        if (recipient != null) {
            return ofRecipient(recipient.getReturnCode(), String.valueOf(recipient.getMessage()), broken);
        }
        if (whole == null || whole.getReturnCode() < NEVER) {
            return later(whole == null ? 0 : whole.getReturnCode(), broken);
        }
        return String.valueOf(whole.getCommand()).startsWith("MAIL")
                ? sender(broken)
                : new Undeliverable(
                        "The mail server refused the e-mail (" + whole.getReturnCode() + ").", false, wordless(broken));
    }

    /**
     * Nobody is there only when the server says so (RFC 5321 4.2.3: 550, 551, 553; RFC 3463: 5.1.x). That it does not
     * let us write there (554, 530, 5.7.x) or that a mailbox is full (552, 5.2.2) says nothing against the address.
     */
    private static RuntimeException ofRecipient(int code, String said, MessagingException broken) {
        if (code < NEVER) {
            return later(code, broken);
        }
        var enhanced = ENHANCED.matcher(said);
        boolean says = enhanced.find();
        if (NOBODY_THERE.contains(code) && (!says || enhanced.group(1).equals("1"))) {
            return new Undeliverable(
                    "The mail server of their address takes no mail for it (" + code + ").", true, wordless(broken));
        }
        boolean full = says ? enhanced.group().equals(FULL_SAYS) : code == FULL;
        return new CannotCarry(
                full
                        ? MailLetters.MAILBOX_FULL
                        : "The mail server does not take e-mail for this address from us (" + code
                                + "): is the user in CIRCLEKEEPER_SMTP right?" + AGAIN,
                wordless(broken));
    }

    private static CannotCarry sender(MessagingException broken) {
        return new CannotCarry(
                "The mail server takes no mail from us: look at the user in CIRCLEKEEPER_SMTP and at the address in "
                        + "CIRCLEKEEPER_MAIL_FROM." + AGAIN,
                wordless(broken));
    }

    private static CannotCarry later(int code, MessagingException broken) {
        return code <= 0
                ? new Unreachable("The mail server broke off." + AGAIN, wordless(broken))
                : new CannotCarry("The mail server asks to come again later (" + code + ")." + AGAIN, wordless(broken));
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
