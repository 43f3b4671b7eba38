package org.circlekeeper.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on this machine that keeps what it takes, and fails in the ways in which mail servers do. */
final class MailSink implements AutoCloseable {

    /** How it takes the next mail. */
    enum Manner {
        TAKES,
        GREETS_WITH_421,
        RECIPIENT_421,
        RECIPIENT_450,
        RECIPIENT_550,
        RECIPIENT_550_BY_POLICY,
        RECIPIENT_552,
        RECIPIENT_554,
        SENDER_530,
        MAIL_554,
        BREAKS_OFF_BEFORE_ITS_ANSWER,
        BREAKS_OFF_AFTER_ITS_ANSWER
    }

    /** What was taken: who was named to the server, and the mail itself. */
    record Taken(List<String> recipients, String mail) {}

    private final ServerSocket socket;
    private final Thread listening;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.TAKES;

    MailSink() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        listening = Thread.ofVirtual().start(this::listen);
    }

    String address() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    MailSink does(Manner next) {
        manner = next;
        return this;
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** Nobody is taken any more once this is over: whoever listens holds the port until they have heard of it. */
    @Override
    public void close() {
        try {
            socket.close();
            listening.join(Duration.ofSeconds(5));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                speak(caller);
            } catch (IOException hungUp) {
                continue;
            }
        }
    }

    private void speak(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        var out = caller.getOutputStream();
        var recipients = new CopyOnWriteArrayList<String>();
        say(out, manner == Manner.GREETS_WITH_421 ? "421 closing" : "220 sink");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var word = line.toUpperCase(Locale.ROOT);
            if (word.startsWith("RCPT")) {
                recipients.add(line.replaceAll(".*<(.*)>.*", "$1"));
                say(out, recipient());
            } else if (word.startsWith("DATA")) {
                say(out, "354 go on");
                taken.add(new Taken(List.copyOf(recipients), mail(in)));
                if (manner == Manner.BREAKS_OFF_BEFORE_ITS_ANSWER) {
                    return;
                }
                say(out, manner == Manner.MAIL_554 ? "554 no thanks ana@home.example" : "250 taken");
                if (manner == Manner.BREAKS_OFF_AFTER_ITS_ANSWER) {
                    return;
                }
            } else if (word.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(
                        out,
                        word.startsWith("MAIL") && manner == Manner.SENDER_530
                                ? "530 5.7.0 sign in first"
                                : "250 fine");
            }
        }
    }

    private String recipient() {
        return switch (manner) {
            case RECIPIENT_421 -> "421 later ana@home.example";
            case RECIPIENT_450 -> "450 busy ana@home.example";
            case RECIPIENT_550 -> "550 5.1.1 nobody ana@home.example";
            case RECIPIENT_550_BY_POLICY -> "550 5.7.1 not you to ana@home.example";
            case RECIPIENT_552 -> "552 5.2.2 full ana@home.example";
            case RECIPIENT_554 -> "554 5.7.1 relay access denied ana@home.example";
            default -> "250 fine";
        };
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }
}
