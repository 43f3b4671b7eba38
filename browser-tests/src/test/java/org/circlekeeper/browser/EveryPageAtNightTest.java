package org.circlekeeper.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of {@link EveryPageTest} in the dark; apart from it, so that two browsers can look at the same time. */
@ExtendWith(Demo.Giver.class)
class EveryPageAtNightTest {

    @TestFactory
    Stream<DynamicTest> each_page_in_the_dark_at_every_width(Demo demo) {
        return new Look(ColorScheme.DARK).atEach(Tour.through(demo));
    }
}
