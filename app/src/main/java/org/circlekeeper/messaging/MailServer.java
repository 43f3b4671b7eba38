package org.circlekeeper.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Properties;
import org.circlekeeper.patients.Recipient;

/**
 * The mail server that letters go to, as {@code CIRCLEKEEPER_SMTP} names it. Its wire is sealed: by TLS from the start
 * ({@code smtps}), else by STARTTLS, without which nothing is sent; but to this very machine.
 *
 * @param user empty when it asks for nobody
 * @param from the address that letters come from, one plain address
 */
record MailServer(String host, int port, boolean tls, String user, String password, String from) {

    static final String FORMS = "CIRCLEKEEPER_SMTP reads like smtp://user:password@mail.example.org:587, with "
            + "%40 for an @ in user and password, and CIRCLEKEEPER_MAIL_FROM like office@example.org.";

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    /** Refuses with an {@link IllegalArgumentException} that repeats nothing of what it was given. */
    static MailServer read(String address, String from) {
        try {
            var uri = URI.create(address.strip());
            boolean tls = "smtps".equals(uri.getScheme());
            if (uri.getHost() == null || !(tls || "smtp".equals(uri.getScheme())) || !Recipient.isPlain(from.strip())) {
                throw new IllegalArgumentException(FORMS);
            }
            var secrets = Objects.requireNonNullElse(uri.getRawUserInfo(), "");
            int colon = secrets.indexOf(':');
            var user = colon < 0 ? secrets : secrets.substring(0, colon);
            var password = colon < 0 ? "" : secrets.substring(colon + 1);
            int port = uri.getPort() > 0 ? uri.getPort() : tls ? SUBMISSION_OVER_TLS : SUBMISSION;
            var server = new MailServer(uri.getHost(), port, tls, decoded(user), decoded(password), from.strip());
            server.domain();
            return server;
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(FORMS);
        }
    }

    String protocol() {
        return tls ? "smtps" : "smtp";
    }

    String domain() {
        return IDN.toASCII(from.substring(from.indexOf('@') + 1));
    }

    Properties properties() {
        var mail = "mail." + protocol() + ".";
        var properties = new Properties();
        properties.put(mail + "host", host);
        properties.put(mail + "port", String.valueOf(port));
        properties.put(mail + "auth", String.valueOf(!user.isEmpty()));
        properties.put(mail + "starttls.enable", String.valueOf(!isThisMachine()));
        properties.put(mail + "starttls.required", String.valueOf(!tls && !isThisMachine()));
        properties.put(mail + "ssl.checkserveridentity", "true");
        properties.put(mail + "connectiontimeout", CONNECT_MILLIS);
        properties.put(mail + "timeout", ANSWER_MILLIS);
        properties.put(mail + "writetimeout", ANSWER_MILLIS);
        properties.put(mail + "localhost", domain());
        properties.put(mail + "from", from);
        properties.put(mail + "sendpartial", "false");
        return properties;
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), UTF_8);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
