package org.circlekeeper.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A home that is served, as against a demo: its container holds what the build settled, so each page is looked for once
 * more, with a practice that commands opened beside the server.
 */
class ServedHomeTest {

    private static final List<String> FILES =
            List.of("practice.json", "appointments.csv", "attendance.csv", "clients.csv", "staff.csv");
    private static final Pattern LINK = Pattern.compile("http://\\S+(/set-password/\\S+)");
    private static final String PASSWORD = "quiet harbor lantern seven";

    @Test
    void every_page_answers_on_a_home_that_is_served() throws IOException {
        assertThat(ClassLoader.getSystemResource("org/circlekeeper/Circlekeeper__ApplicationContextInitializer.class"))
                .as("what the build settled")
                .isNotNull();
        try (var program = Program.server();
                var chrome = new Chrome();
                var owner = new Visitor(chrome.visitor(program.address(), 1280, true), true)) {
            var samples = samples(program.folder().resolve("maple-street"));
            program.run("init", "--practice", samples.resolve("practice.json").toString());
            assertThat(program.run("import", samples.toString())).contains("groups");
            var told = program.run(
                    "user", "add", "--email", "owner@maple.example", "--name", "Renee Alcott", "--role", "owner");
            var link = LINK.matcher(told);
            assertThat(link.find()).as(told).isTrue();
            owner.open(link.group(1));
            owner.page().locator("input[name=password]").fill(PASSWORD);
            owner.press("Set password");
            owner.open("/sign-in");
            owner.page().locator("input[name=email]").fill("owner@maple.example");
            owner.page().locator("input[name=password]").fill(PASSWORD);
            owner.press("Sign in");

            assertThat(missing(owner)).isEmpty();
            owner.open("/groups");
            assertThat(owner.page().locator("main").innerText()).contains("Monday");
        }
    }

    private static List<String> missing(Visitor owner) {
        var missing = new ArrayList<String>();
        for (var route : Routes.shown()) {
            if (!route.hasVariables() && !route.template().startsWith("/demo")) {
                int status = status(owner, route.template());
                if (status == 404 || status >= 500) {
                    missing.add(route.template() + " answers " + status);
                }
            }
        }
        return missing;
    }

    /** A browser keeps a file that is offered, and opens no page for it. */
    private static int status(Visitor owner, String address) {
        return address.endsWith(".csv")
                ? owner.context().request().get(address).status()
                : owner.open(address).status();
    }

    private static Path samples(Path into) throws IOException {
        Files.createDirectories(into);
        for (var name : FILES) {
            try (var file = ClassLoader.getSystemResourceAsStream("sample/maple-street/" + name)) {
                Files.write(into.resolve(name), file.readAllBytes());
            }
        }
        return into;
    }
}
