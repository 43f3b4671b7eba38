package org.circlekeeper.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page of the route table, as somebody sees it who may: it is reached by links, and in light and dark, on phone,
 * tablet and desk there is nothing that axe, the browser or a narrow screen would complain about.
 */
@ExtendWith(Demo.Giver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final List<Integer> WIDTHS = List.of(1280, 768, 320);
    private static final List<ColorScheme> LIGHTS = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final List<String> PEOPLE = List.of("Dana", "Marcus", "Rosa", "Ines", "Priya");
    private static final List<String> GUESTS = List.of("Sam", "Lena");
    /** With {@code -Dtest.args=-Dpictures=true} each look is kept, for people to look at too. */
    private static final boolean KEPT = Boolean.getBoolean("pictures");

    private static final Path PICTURES = Path.of("target", "screenshots");

    /** Answers for programs and watchers, not for people: they have no link and no looks. */
    private static final List<String> NOT_PAGES =
            List.of("/health/live", "/health/ready", "/still-here", "/portal/still-here");

    /** What stands for as long as a large import takes, and what while somebody's packet is not whole. */
    private static final List<String> PASSING =
            List.of("/import/{id}/running", "/patients/{id}/papers/packets/{packet}/sheets");

    private final Map<String, Visitor> people = new LinkedHashMap<>();
    private final List<Walk> walks = new ArrayList<>();

    private void walk(Demo demo) {
        if (walks.isEmpty()) {
            demo.backToTheBeginning();
            aBusyMorning(demo);
            for (var person : PEOPLE) {
                var visitor = demo.as(person);
                if (person.equals("Ines")) {
                    visitor.open("/import");
                    visitor.press("Try with the sample practice").reads("Nothing has been imported yet.");
                }
                people.put(person, visitor);
                walks.add(Walk.as(person, visitor));
            }
            for (var guest : GUESTS) {
                var visitor = demo.guest(guest);
                people.put(guest, visitor);
                walks.add(Walk.as(guest, visitor));
            }
        }
    }

    /** Some pages have something to show only when there is work: a session is closed and claims are ready. */
    private static void aBusyMorning(Demo demo) {
        var leader = demo.as("Marcus");
        leader.press("Let the day pass").reads("Who was there?");
        leader.press("Everyone");
        PlaywrightAssertions.assertThat(leader.page().locator("li[data-marked=yes]"))
                .hasCount(10);
        leader.press("Close session").reads("10 members came");
        leader.open("/notes");
        leader.press("Sign today").reads("notes are signed");
        leader.close();
    }

    @Test
    void links_lead_somewhere(Demo demo) {
        walk(demo);
        assertThat(walks)
                .allSatisfy(walk -> assertThat(walk.broken()).as(walk.person()).isEmpty());
    }

    @Test
    void every_page_is_reached_by_links(Demo demo) {
        walk(demo);
        var unreached = Routes.shown().stream()
                .filter(route -> !route.open() && !NOT_PAGES.contains(route.template()))
                .filter(route -> !PASSING.contains(route.template()))
                .filter(route -> walks.stream().allMatch(walk -> walk.to(route).isEmpty()))
                .map(Routes.Route::template);
        assertThat(unreached).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each_page_in_light_and_dark_at_every_width(Demo demo) {
        walk(demo);
        return Routes.shown().stream()
                .filter(route -> !NOT_PAGES.contains(route.template()))
                .flatMap(route -> walks.stream()
                        .filter(walk -> walk.to(route).isPresent())
                        .limit(1)
                        .map(walk -> dynamicTest(
                                route.template() + " as " + walk.person(),
                                () -> look(route, walk.to(route).orElseThrow(), people.get(walk.person())))));
    }

    @TestFactory
    Stream<DynamicTest> each_page_that_stands_open(Demo demo) {
        walk(demo);
        var stranger = demo.visitor();
        return Routes.shown().stream()
                .filter(route -> route.open() && !route.hasVariables() && !NOT_PAGES.contains(route.template()))
                .map(route -> dynamicTest(
                        route.template() + " as a stranger", () -> look(route, route.template(), stranger)));
    }

    private static void look(Routes.Route route, String address, Visitor visitor) {
        var kind = visitor.context().request().head(address).headers().getOrDefault("content-type", "");
        if (!kind.startsWith("text/html")) {
            return;
        }
        visitor.complaints();
        assertThat(visitor.open(address).status()).isEqualTo(200);
        visitor.readsNothingOfTheWorkshop();
        var wrong = new ArrayList<String>();
        for (var light : LIGHTS) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
            for (int width : WIDTHS) {
                var where = light.name().toLowerCase(Locale.ROOT) + " at " + width + " px: ";
                visitor.page().setViewportSize(width, 900);
                seen(visitor.page()).forEach(violation -> wrong.add(where + violation));
                if (KEPT) {
                    keep(visitor.page(), route.fileName() + "-" + light.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
        }
        wrong.addAll(visitor.complaints());
        assertThat(wrong).isEmpty();
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
