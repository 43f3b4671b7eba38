package org.circlekeeper.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a database is and as whom to sign in. */
record DatabaseAddress(String url, String user, String password) {

    private static final String FORM =
            "DATABASE_URL reads postgresql://owner:password@host:5432/database, with the owner "
                    + "of the database; what is set there is not of that form.";
    // What the server says about a refused row quotes the row, and rows are health information.
    private static final String DISCREET = "logServerErrorDetail=false";

    /** Reads {@code postgresql://owner:secret@host:5432/name?...} or a JDBC address with user and password in it. */
    static DatabaseAddress read(String text) {
        var uri = parsed(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        var options = options(uri);
        var account = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = account.indexOf(':');
        var user = options.remove("user");
        var password = options.remove("password");
        if (colon > 0) {
            user = account.substring(0, colon);
            password = account.substring(colon + 1);
        }
        boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!postgres || uri.getHost() == null || uri.getRawPath().length() < 2 || user == null || password == null) {
            throw new CannotStart(FORM);
        }
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var kept = new ArrayList<String>();
        options.forEach((name, value) -> kept.add(name + "=" + value));
        kept.add(DISCREET);
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + "?" + String.join("&", kept),
                decoded(user),
                decoded(password));
    }

    /** On a server of our own. */
    static DatabaseAddress onLoopback(int port, String database, String user, String password) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?" + DISCREET, user, password);
    }

    DatabaseAddress as(String otherUser, String itsPassword) {
        return new DatabaseAddress(url, otherUser, itsPassword);
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException unreadable) {
            // Its message would quote the password.
            throw new CannotStart(FORM);
        }
    }

    private static Map<String, String> options(URI uri) {
        var options = new LinkedHashMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (var option : uri.getRawQuery().split("&", -1)) {
                int equals = option.indexOf('=');
                if (equals > 0) {
                    options.put(option.substring(0, equals), option.substring(equals + 1));
                }
            }
        }
        return options;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
