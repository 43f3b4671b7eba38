package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The week and its list as they are printed: no menu and nothing to press, and everything planned to be read. */
@ExtendWith(Demo.Giver.class)
class CalendarOnPaperTest {

    /** Letter in portrait at 96 dots an inch, less margins of half an inch. */
    private static final int WIDTH = 720;

    private static final int HEIGHT = 960;

    @Test
    void the_week_and_its_list_are_printed_whole_without_menu_or_buttons(Demo demo) {
        demo.backToTheBeginning();
        var office = demo.as("Ines");
        for (var path : List.of("/calendar", "/calendar/agenda")) {
            office.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            office.open(path);
            office.reads("Monday Circle");
            var slots = office.page().locator(".slot");
            int planned = slots.count();
            assertThat(planned).as(path).isPositive();

            office.page().setViewportSize(WIDTH, HEIGHT);
            office.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var gone : List.of(".menu", ".no-print", "button", ".foot")) {
                for (var each : office.page().locator(gone).all()) {
                    assertThat(each).isHidden();
                }
            }
            assertThat(slots).hasCount(planned);
            for (var slot : slots.all()) {
                isReadable(slot);
            }
        }
        assertThat(office.complaints()).isEmpty();
        office.close();
    }

    /** Shown, within the sheet, and with no word cut off at its edge. */
    private static void isReadable(Locator slot) {
        assertThat(slot).isVisible();
        assertThat(slot.locator(".slot-title")).isVisible();
        assertThat(slot.locator(".slot-time")).isVisible();
        var box = slot.boundingBox();
        assertThat(box.x).as(slot.innerText()).isNotNegative();
        assertThat(box.x + box.width).as(slot.innerText()).isLessThanOrEqualTo(WIDTH + 1.0);
        assertThat((Integer) slot.evaluate("slot => slot.scrollWidth - slot.clientWidth"))
                .as(slot.innerText())
                .isLessThanOrEqualTo(1);
    }
}
