package org.circlekeeper.portal;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The site for which a phone makes and uses passkeys: it answers no other (W3C Web Authentication Level 3, 5.1.2 and
 * 13.4.9).
 *
 * @param id the relying party: a name of a host
 * @param origin where its pages are, as {@code https://circle.example.org}
 */
public record PasskeySite(String id, String origin) {

    private static final String LOCAL = "localhost";

    /**
     * The site of a request. Empty where browsers make no passkeys: under another name than the one that is configured,
     * and under a bare number such as {@code 127.0.0.1}.
     *
     * @param configured the address in front of the proxy; empty when none is set
     * @param asked the address under which this server was asked
     */
    public static Optional<PasskeySite> of(String configured, String asked) {
        var origin = configured.isBlank() ? asked : configured;
        var site = new PasskeySite(host(origin), origin(origin));
        boolean here = site.id().equals(host(asked));
        boolean safe = configured.isBlank() ? site.id().equals(LOCAL) : site.origin.startsWith("https://");
        return here && safe ? Optional.of(site) : Optional.empty();
    }

    private static String host(String address) {
        var host = URI.create(address.strip()).getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    /** Scheme, host and a port that is not the usual one. */
    private static String origin(String address) {
        var uri = URI.create(address.strip());
        var port = uri.getPort() < 0 || uri.getPort() == usual(uri.getScheme()) ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + host(address) + port;
    }

    private static int usual(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
