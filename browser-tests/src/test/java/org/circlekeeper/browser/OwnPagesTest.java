package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member on a telephone of 320 pixels, with and without scripts, in both languages. */
@ExtendWith(Demo.Giver.class)
class OwnPagesTest {

    private static final int LOOKS = 50;
    private static final int BETWEEN_MILLIS = 200;
    private static final int PHONE = 320;

    @BeforeEach
    void monday(Demo demo) {
        demo.backToTheBeginning();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_taps_say_that_one_cannot_come_and_one_takes_it_back(boolean scripts, Demo demo) {
        var sam = demo.visitor(PHONE, scripts).visit("Sam");
        sam.reads("Next session").follow("I can't make it");
        sam.reads("You can't make it?").press("Yes, tell them");
        sam.reads("Told. Your group's leader sees that you can't come.");
        demo.as("Dana").reads("1 member said they can't come");
        sam.press("I can come after all").reads("You are expected again");
    }

    @Test
    void each_page_of_a_member_is_fine_in_both_languages(Demo demo) {
        var sam = demo.visitor(PHONE, true).visit("Sam");
        var wrong = new ArrayList<String>();
        for (var language : List.of("en", "es")) {
            if (language.equals("es")) {
                sam.press("Español");
            }
            for (var path : List.of("/portal", "/portal/messages", "/portal/messages/logistics")) {
                sam.open(path);
                assertThat(sam.page().locator("html")).hasAttribute("lang", language);
                wrong.addAll(Axe.violations(sam.page()));
                var wide = sam.page()
                        .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (((Number) wide).intValue() > 0) {
                    wrong.add(path + " is too wide in " + language);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sam.complaints()).isEmpty();
    }

    @Test
    void leaving_replaces_the_page_and_signs_out(Demo demo) {
        var sam = demo.visitor(PHONE, true).visit("Sam");
        sam.page()
                .route(
                        "https://www.weather.gov/**",
                        route -> route.fulfill(
                                new Route.FulfillOptions().setBody("weather").setStatus(200)));
        sam.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Leave this page"))
                .click();
        sam.page().waitForURL("https://www.weather.gov/");
        assertThat(leadsToTheDoor(sam)).isTrue();
    }

    /** The page is left at once, and the word that they sign out is on its way for a moment longer. */
    private static boolean leadsToTheDoor(Visitor visitor) {
        for (int look = 0; look < LOOKS; look++) {
            if (visitor.open("/portal").url().endsWith("/portal/sign-in")) {
                return true;
            }
            visitor.page().waitForTimeout(BETWEEN_MILLIS);
        }
        return false;
    }
}
