package org.circlekeeper.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.Trial;
import org.circlekeeper.outbox.CannotCarry;
import org.circlekeeper.outbox.Carrier;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.WholeFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Carries e-mail. On trial nothing leaves the home: each is a file in {@code outbox/e-mail}. A live home hands them to
 * the practice's mail server.
 */
@Component
class MailCarrier implements Carrier {

    /** From nowhere, while nobody has said from where (RFC 2606). */
    private static final String NOBODY = "office@practice.invalid";

    /**
     * A server that cannot be reached, or breaks off, is left alone for so long, or a thousand letters wait for it one
     * by one.
     */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Path folder;
    private final BooleanSupplier live;
    private final String server;
    private final String from;
    private final Clock clock;
    private volatile @Nullable Pause paused;

    /** Why a server is left alone, and until when. */
    private record Pause(Instant until, String sentence) {}

    @Autowired
    MailCarrier(
            Home home,
            Trial trial,
            @Value("${CIRCLEKEEPER_SMTP:}") String server,
            @Value("${CIRCLEKEEPER_MAIL_FROM:}") String from,
            Clock clock) {
        this(home.outbox().resolve("e-mail"), trial::isLive, server, from, clock);
    }

    MailCarrier(Path folder, BooleanSupplier live, String server, String from, Clock clock) {
        this.folder = folder;
        this.live = live;
        this.server = server;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Messages.KIND;
    }

    /** A mail server cannot be asked: there a letter carried again is the same mail, by its Message-ID. */
    @Override
    public boolean hasCarried(Letter letter) {
        return Files.exists(folder.resolve(letter.target()));
    }

    @Override
    public void carry(Letter letter) {
        var envelope = Envelope.read(letter.payload());
        if (live.getAsBoolean()) {
            send(letter, envelope);
        } else {
            write(letter, envelope);
        }
    }

    private void send(Letter letter, Envelope envelope) {
        if (server.isBlank() || from.isBlank()) {
            throw new CannotCarry(
                    "No mail server is set. " + MailServer.FORMS
                            + " Set both and start again; e-mail waits for twelve hours.",
                    new IllegalStateException("no mail server"));
        }
        var pause = paused;
        if (pause != null && clock.instant().isBefore(pause.until())) {
            throw new CannotCarry(pause.sentence(), new IllegalStateException("not asked again so soon"));
        }
        try {
            new SmtpChannel(MailServer.read(server, from), clock).send(letter.id(), envelope);
        } catch (SmtpChannel.Unreachable gone) {
            paused = new Pause(clock.instant().plus(PAUSE), gone.sentence());
            throw gone;
        } catch (IllegalArgumentException unreadable) {
            throw new CannotCarry(
                    MailServer.FORMS + " Mend what is set and start again; e-mail waits for twelve hours.", unreadable);
        }
    }

    private void write(Letter letter, Envelope envelope) {
        try {
            var sender = from.isBlank() ? NOBODY : from.strip();
            var mail = Mail.of(Session.getInstance(new Properties()), letter.id(), envelope, sender, clock.instant());
            WholeFile.write(folder, letter.target(), mail.bytes());
        } catch (MessagingException | IllegalArgumentException unwritable) {
            throw new CannotCarry(
                    "The e-mail could not be written as a file. " + MailServer.FORMS, new Exception("unwritable"));
        }
    }
}
