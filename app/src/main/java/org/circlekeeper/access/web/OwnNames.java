package org.circlekeeper.access.web;

import java.net.URI;
import java.util.Set;
import org.apache.catalina.valves.RemoteIpValve;
import org.circlekeeper.database.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The names by which this server is called: its loopback ones, and the one that {@code CIRCLEKEEPER_ADDRESS} says when
 * a proxy stands before it. A site that has its own name point at this machine (DNS rebinding) is answered nothing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OwnNames {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final @Nullable String outside;

    OwnNames(@Value("${CIRCLEKEEPER_ADDRESS:}") String address) {
        this.outside = address.isBlank() ? null : host(address.strip());
    }

    boolean include(String name) {
        return LOOPBACK.contains(name) || name.equalsIgnoreCase(outside);
    }

    @Bean
    HttpFirewall ownNamesOnly() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(this::include);
        return firewall;
    }

    /** Whatever the firewall turns away: another name, a path that climbs, a byte that no address holds. */
    @Bean
    RequestRejectedHandler turnedAway() {
        return (request, response, rejected) -> {
            response.setStatus(400);
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getWriter()
                    .write(
                            include(request.getServerName())
                                    ? "This address cannot be read. Check it, or begin at the first page."
                                    : "This server does not go by that name. Open it as http://127.0.0.1, or set "
                                            + "CIRCLEKEEPER_ADDRESS to the address you use and start it again.");
        };
    }

    /** Only a proxy that was told of is believed when it says for whom it asks, and that the way there is encrypted. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> behindTheProxy() {
        return server -> {
            if (outside != null) {
                var valve = new RemoteIpValve();
                valve.setProtocolHeader("X-Forwarded-Proto");
                server.addEngineValves(valve);
            }
        };
    }

    private static String host(String address) {
        try {
            var uri = URI.create(address);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri.getHost();
            }
        } catch (IllegalArgumentException unreadable) {
            // Told below like any other that is none.
        }
        throw new CannotStart(
                "CIRCLEKEEPER_ADDRESS reads like https://circlekeeper.example.org, the address in front of "
                        + "the proxy; it is set to \"" + address + "\".");
    }
}
