package org.circlekeeper.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Asks axe, within the page, what stands in the way of somebody who sees, hears or moves differently. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String QUESTION = """
            () => axe.run(document, {resultTypes: ['violations']}).then(result => result.violations.flatMap(violation =>
                violation.nodes.map(node => violation.id + ' (' + violation.help + '): ' + node.html.slice(0, 200)
                    + ' ' + (node.failureSummary || '').replace(/\\s+/g, ' ').slice(0, 300))))
            """;

    private Axe() {}

    /** One sentence for each violation. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("() => typeof axe === 'object'"))) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(QUESTION);
    }

    private static String script() {
        try (var stream = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
