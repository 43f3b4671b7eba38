package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The attendance of ten, taken without a mouse. */
@ExtendWith(Demo.Giver.class)
class KeyboardTest {

    private static final int MOST_KEYS = 12;

    /** One absent, one late, one left early, the rest present; closing asks after how many minutes, and is told. */
    private static final List<String> KEYS =
            List.of("ArrowDown", "a", "l", "e", "Shift+P", "Control+Enter", "5", "Tab", "2", "0", "Enter");

    @Test
    void attendance_for_ten_takes_twelve_keys_at_the_most(Demo demo) {
        demo.backToTheBeginning();
        var leader = demo.as("Marcus");
        leader.press("Let the day pass").reads("Who was there?");
        assertThat(leader.page().locator(".sheet > li")).hasCount(10);

        for (var key : KEYS) {
            leader.page().keyboard().press(key);
            if (key.equals("Shift+P") || key.equals("Enter")) {
                settled(leader);
            }
            if (key.equals("Control+Enter")) {
                leader.reads("2 members came late or left early. After how many minutes?");
                assertThat(leader.page()
                                .locator("form.asked input[type=number]")
                                .first())
                        .isFocused();
            }
        }

        assertThat(KEYS).hasSizeLessThanOrEqualTo(MOST_KEYS);
        leader.reads("9 members came").reads("came after 5 min").reads("left after 20 min");
        for (var word : List.of("Absent", "Late", "Left early")) {
            assertThat(leader.page().locator(".sheet > li .who", new Page.LocatorOptions().setHasText(word)))
                    .hasCount(1, new HasCountOptions().setTimeout(Chrome.PATIENCE_MILLIS));
        }
        // The browser notes on its console that the sheet was not closed at once.
        assertThat(leader.complaints())
                .allSatisfy(said -> assertThat(said).contains("/close says on the console", "a status of 422"));
        leader.close();
    }

    /** A person looks before typing on; a mark replaces the sheet. */
    private static void settled(Visitor leader) {
        leader.page().waitForLoadState(LoadState.NETWORKIDLE);
    }
}
