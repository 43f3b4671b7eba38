package org.circlekeeper.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where a database is and as whom to sign in. */
record DatabaseAddress(String url, String user, String password) {

    /** Reads {@code postgresql://owner:secret@host:5432/name?...} or a JDBC address with user and password in it. */
    static DatabaseAddress read(String text) {
        var uri = URI.create(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        var account = uri.getRawUserInfo();
        if (uri.getHost() == null || account == null || !account.contains(":")) {
            throw new CannotStart(
                    "DATABASE_URL reads postgresql://owner:password@host:5432/database, with the owner of the "
                            + "database; what is set there is not of that form.");
        }
        int colon = account.indexOf(':');
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                decoded(account.substring(0, colon)),
                decoded(account.substring(colon + 1)));
    }

    DatabaseAddress as(String otherUser, String itsPassword) {
        return new DatabaseAddress(url, otherUser, itsPassword);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
