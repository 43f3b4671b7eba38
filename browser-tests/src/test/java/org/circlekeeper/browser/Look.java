package org.circlekeeper.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A look at a page on desk, tablet and phone: what axe, the browser or a narrow screen would complain about. */
record Look(ColorScheme light) {

    private static final List<Integer> WIDTHS = List.of(1280, 768, 320);
    /** With {@code -Dtest.args=-Dpictures=true} each look is kept, for people to look at too. */
    private static final boolean KEPT = Boolean.getBoolean("pictures");

    private static final Path PICTURES = Path.of("target", "screenshots");

    /** A test for each page of the tour. */
    Stream<DynamicTest> atEach(Tour tour) {
        return tour.stops().map(stop -> dynamicTest(stop.route().template() + " as " + stop.person(), () -> at(stop)));
    }

    private void at(Tour.Stop stop) {
        var visitor = stop.visitor();
        var kind = visitor.context().request().head(stop.address()).headers().getOrDefault("content-type", "");
        if (!kind.startsWith("text/html")) {
            return;
        }
        visitor.complaints();
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
        assertThat(visitor.open(stop.address()).status()).isEqualTo(200);
        visitor.readsNothingOfTheWorkshop();
        var wrong = new ArrayList<String>();
        for (int width : WIDTHS) {
            visitor.page().setViewportSize(width, 900);
            seen(visitor.page()).forEach(violation -> wrong.add("at " + width + " px: " + violation));
            if (KEPT) {
                keep(visitor.page(), stop.route().fileName() + "-" + name() + "-" + width);
            }
        }
        wrong.addAll(visitor.complaints());
        assertThat(wrong).isEmpty();
    }

    private String name() {
        return light.name().toLowerCase(Locale.ROOT);
    }

    private static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static List<String> seen(Page page) {
        var wrong = new ArrayList<>(Axe.violations(page));
        var wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) wide).intValue() > 0) {
            wrong.add("the page is " + wide + " px too wide");
        }
        return wrong;
    }
}
