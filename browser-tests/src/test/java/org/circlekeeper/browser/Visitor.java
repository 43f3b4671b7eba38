package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Somebody in front of a browser. Whatever the browser complains about on the way is kept. */
final class Visitor implements AutoCloseable {

    private static final Pattern NEVER_SAID =
            Pattern.compile("(?i)\\b(duty|duties|finding|findings|encounter|encounters|outbox row)\\b");

    private static final LocatorAssertions.ContainsTextOptions WAITING =
            new LocatorAssertions.ContainsTextOptions().setTimeout(Chrome.PATIENCE_MILLIS);

    private final BrowserContext context;
    private final boolean scripts;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, boolean scripts) {
        this.context = context;
        this.scripts = scripts;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + " says on the console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " breaks: " + error));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.url() + " answers " + response.status());
            }
        });
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return page;
    }

    /** Whether pages run scripts before them; axe needs them. */
    boolean hasScripts() {
        return scripts;
    }

    Response open(String path) {
        return page.navigate(path);
    }

    /** Goes to the door and presses somebody's card. */
    Visitor become(String firstName) {
        open("/demo");
        press("Be " + firstName);
        assertThat(page.locator("header.top .me")).containsText(firstName, WAITING);
        return this;
    }

    /** Goes to the door and presses the card of somebody who is no staff. */
    Visitor visit(String firstName) {
        open("/demo");
        press("Be " + firstName);
        assertThat(page.locator("header nav a[href='/portal']")).isVisible();
        return this;
    }

    private static Page.GetByRoleOptions named(String start) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^\\W*" + literally(start)));
    }

    /** As a pattern that the browser understands too. */
    private static String literally(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }

    /** Opens what the bar of the demo keeps folded. */
    Visitor tryThis() {
        page.locator("#try-this:not([open]) > summary").click();
        return this;
    }

    /** Presses the button whose name begins so. */
    Visitor press(String name) {
        button(name).click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name)).first();
    }

    Visitor follow(String name) {
        page.getByRole(AriaRole.LINK, named(name)).first().click();
        return this;
    }

    /** All that stands on the page, as a reader takes it in. */
    String text() {
        return Demo.plain(page.locator("body").innerText());
    }

    /** Waits until the sentence stands on the page. */
    Visitor reads(String sentence) {
        assertThat(page.locator("body")).containsText(sentence, WAITING);
        return this;
    }

    /** The number that stands in a sentence of the page. */
    int number(String sentence) {
        return Integer.parseInt(finds(Pattern.compile(sentence)).group(1));
    }

    /** A sentence of the page, with its parts. */
    MatchResult finds(Pattern sentence) {
        var text = text();
        return sentence.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("The page does not say \"" + sentence + "\": " + text));
    }

    /** The words that belong to the workshop stay in it. */
    Visitor readsNothingOfTheWorkshop() {
        assertThat(NEVER_SAID.matcher(text()).results().map(found -> found.group()))
                .as(page.url())
                .isEmpty();
        return this;
    }

    /** What the browser has complained about since it was last asked. */
    List<String> complaints() {
        var since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    @Override
    public void close() {
        context.close();
    }
}
