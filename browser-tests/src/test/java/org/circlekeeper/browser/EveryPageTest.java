package org.circlekeeper.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page of the route table, as somebody sees it who may: it is reached by links, and in the light there is nothing
 * on phone, tablet or desk to complain about. {@link EveryPageAtNightTest} looks at the same pages in the dark.
 */
@ExtendWith(Demo.Giver.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

    /** What stands for as long as a large import takes, and what while somebody's packet is not whole. */
    private static final List<String> PASSING =
            List.of("/import/{id}/running", "/patients/{id}/papers/packets/{packet}/sheets");

    private @Nullable Tour walked;

    private Tour tour(Demo demo) {
        var tour = walked == null ? Tour.through(demo) : walked;
        walked = tour;
        return tour;
    }

    @Test
    void links_lead_somewhere(Demo demo) {
        assertThat(tour(demo).walks())
                .allSatisfy(walk -> assertThat(walk.broken()).as(walk.person()).isEmpty());
    }

    @Test
    void every_page_is_reached_by_links(Demo demo) {
        var tour = tour(demo);
        var unreached = Tour.pages()
                .filter(route -> !route.open() && !PASSING.contains(route.template()))
                .filter(route -> tour.reached(route).isEmpty())
                .map(Routes.Route::template);
        assertThat(unreached).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each_page_in_the_light_at_every_width(Demo demo) {
        return new Look(ColorScheme.LIGHT).atEach(tour(demo));
    }
}
