package org.circlekeeper.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.circlekeeper.patients.Recipient;

/**
 * What an e-mail carries outside: one address (I4), and neutral words (I5). It has no room for what a message says, for
 * a group or for another person.
 *
 * @param from the neutral name of the practice
 * @param phone where to call
 * @param link an address of this program; empty when there is none to open
 */
record Envelope(String to, String from, String phone, Says says, String link) {

    /** Whatever waited longer may have left before the database was put back from a copy (I15). */
    static final Duration FRESH = Duration.ofHours(12);

    static final String STALE = "It waited for more than twelve hours, as when no mail server takes it or a backup was "
            + "put back, and may have left already.";

    /** The few things that an e-mail of ours says: to members in English and in Spanish, to staff in English. */
    enum Says {
        MESSAGE,
        WAITS,
        INVITATION,
        SIGN_IN,
        NEEDED
    }

    Envelope {
        if (!Recipient.isPlain(to)) {
            throw new IllegalArgumentException("Not one plain address");
        }
        from = line(from);
        phone = line(phone);
        link = line(link);
    }

    /** Of a message that is heard by calling. */
    Envelope(String to, String from, String phone) {
        this(to, from, phone, Says.MESSAGE, "");
    }

    String subject() {
        return from
                + switch (says) {
                    case MESSAGE -> ": message / mensaje";
                    case WAITS -> ": something waits for you / algo le espera";
                    case INVITATION, SIGN_IN -> ": your link / su enlace";
                    case NEEDED -> ": please sign in";
                };
    }

    String text() {
        return switch (says) {
            case MESSAGE -> message();
            case WAITS -> waits();
            case INVITATION -> link("""
                    Open this link within seven days. It asks for a code of six digits, which you get from us
                    by telephone or in person, never by e-mail.

                    Abra este enlace en un plazo de siete días. Le pedirá un código de seis cifras, que recibe de
                    nosotros por teléfono o en persona, nunca por correo electrónico.
                    """);
            case SIGN_IN -> link("""
                    Open this link within thirty minutes. It works once and asks for your own code. If you did
                    not ask for it, leave it alone: without your code it opens nothing.

                    Abra este enlace en un plazo de treinta minutos. Sirve una sola vez y le pedirá su propio código.
                    Si no lo pidió, no haga nada: sin su código no abre nada.
                    """);
            case NEEDED -> lines(from + ": please sign in, you are needed.") + (link.isEmpty() ? "" : lines("", link));
        };
    }

    private String message() {
        return link.isEmpty()
                ? lines(
                        from + ": you have a message. / Tiene un mensaje.",
                        "",
                        "To hear it, call " + phone + ".",
                        "Para escucharlo, llame al " + phone + ".")
                : lines(
                        from + ": you have a message. / Tiene un mensaje.",
                        "",
                        "To read it, sign in. / Para leerlo, entre aquí:",
                        link,
                        "",
                        "Or call / O llame al " + phone + ".");
    }

    /** There is no message to read or to hear: what waits is seen where they sign in. */
    private String waits() {
        return link.isEmpty()
                ? lines(
                        from + ": something waits for you. / Algo le espera.",
                        "",
                        "Please call " + phone + ".",
                        "Por favor, llame al " + phone + ".")
                : lines(
                        from + ": something waits for you. / Algo le espera.",
                        "",
                        "To see it, sign in. / Para verlo, entre aquí:",
                        link,
                        "",
                        "Or call / O llame al " + phone + ".");
    }

    private String link(String how) {
        return lines(from + ":", "", link, "", how.strip(), "", phone)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n");
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    byte[] bytes() {
        return String.join("\n", to, from, phone, says.name(), link).getBytes(UTF_8);
    }

    /** One that was written before there was anything but messages has three lines. */
    static Envelope read(byte[] bytes) {
        var lines = new String(bytes, UTF_8).split("\n", -1);
        return lines.length < 5
                ? new Envelope(lines[0], lines[1], lines[2])
                : new Envelope(lines[0], lines[1], lines[2], Says.valueOf(lines[3]), lines[4]);
    }

    /** Nothing in it ends a header or begins another. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
