package org.circlekeeper.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.circlekeeper.patients.Recipient;

/**
 * What an e-mail carries outside: one address (I4), and neutral words (I5). It has no room for what the message says,
 * for a group or for another person.
 *
 * @param from the neutral name of the practice
 * @param phone where to call to hear the message
 */
record Envelope(String to, String from, String phone) {

    Envelope {
        if (!Recipient.isPlain(to)) {
            throw new IllegalArgumentException("Not one plain address");
        }
        from = line(from);
        phone = line(phone);
    }

    String subject() {
        return from + ": you have a message";
    }

    String text() {
        return from + ": you have a message.\r\n\r\nTo hear it, call " + phone + ".\r\n";
    }

    byte[] bytes() {
        return String.join("\n", to, from, phone).getBytes(UTF_8);
    }

    static Envelope read(byte[] bytes) {
        var lines = new String(bytes, UTF_8).split("\n", -1);
        return new Envelope(lines[0], lines[1], lines[2]);
    }

    /** Nothing in it ends a header or begins another. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
