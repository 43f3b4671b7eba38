package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The waitlist without a mouse, and by its menus. */
@ExtendWith(Demo.Giver.class)
class WaitlistKeysTest {

    @Test
    void cards_are_reached_by_arrows_and_moved_by_brackets(Demo demo) {
        demo.backToTheBeginning();
        var office = demo.as("Ines");
        office.open("/waitlist");
        card(office.page(), "New", "Iris V.").locator("[data-open]").focus();

        office.page().keyboard().press("]");
        assertThat(card(office.page(), "Contacted", "Iris V.")).isVisible();
        assertThat(card(office.page(), "Contacted", "Iris V.").locator("[data-open]"))
                .isFocused();

        office.page().keyboard().press("ArrowRight");
        assertThat(card(office.page(), "Screening", "Owen P.").locator("[data-open]"))
                .isFocused();
        office.page().keyboard().press("ArrowDown");
        assertThat(card(office.page(), "Screening", "Theo B.").locator("[data-open]"))
                .isFocused();
        office.page().keyboard().press("[");
        assertThat(card(office.page(), "Contacted", "Theo B.")).isVisible();

        office.page().keyboard().press("c");
        office.reads("What was said");
        assertThat(office.page().url()).endsWith("#contact");
        assertThat(office.complaints()).isEmpty();
        office.close();
    }

    @Test
    void cards_are_moved_by_their_menu(Demo demo) {
        demo.backToTheBeginning();
        var office = demo.as("Ines");
        office.open("/waitlist");
        var iris = card(office.page(), "New", "Iris V.");
        iris.locator("summary").click();
        iris.locator("select").selectOption("WITHDRAWN");
        iris.locator("button").click();

        assertThat(card(office.page(), "New", "Iris V.")).hasCount(0);
        office.reads("withdrew");
        assertThat(office.complaints()).isEmpty();
        office.close();
    }

    private static Locator card(Page page, String stage, String name) {
        return page.locator(".stage[aria-label='" + stage + "'] [data-card]")
                .filter(new Locator.FilterOptions().setHasText(name));
    }
}
