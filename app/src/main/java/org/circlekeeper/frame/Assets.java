package org.circlekeeper.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;
import org.webjars.WebJarVersionLocator;

/** Addresses of style sheets and scripts. Each carries its version, so that browsers keep them for a year. */
public record Assets(
        String pico,
        String style,
        String featureStyle,
        String htmx,
        String script,
        String featureScript,
        String sign,
        String portalStyle,
        String portalScript) {

    static Assets found() {
        return new Assets(
                webjar("picocss__pico", "css/pico.min.css"),
                own("circlekeeper.css"),
                own("features.css"),
                webjar("htmx.org", "dist/htmx.min.js"),
                own("circlekeeper.js"),
                own("features.js"),
                own("circlekeeper.svg"),
                own("portal.css"),
                own("portal.js"));
    }

    private static String webjar(String name, String path) {
        var version = new WebJarVersionLocator().version(name);
        return "/webjars/" + name + "/" + version + "/" + path;
    }

    private static String own(String name) {
        try (var bytes = new ClassPathResource("static/" + name).getInputStream()) {
            return "/" + name + "?v=" + DigestUtils.md5DigestAsHex(bytes).substring(0, 8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
