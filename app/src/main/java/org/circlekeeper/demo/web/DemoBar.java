package org.circlekeeper.demo.web;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.demo.Tips;
import org.circlekeeper.frame.Bar;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The violet bar above every page of the demo: that it is one, what time it is there, and what to try. */
@Component
@Profile("demo")
public class DemoBar implements Bar {

    private static final ZoneId THERE = ZoneId.of("America/Chicago");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE H:mm", Locale.US);

    private final Clock clock;
    private final Tips tips;

    DemoBar(Clock clock, Tips tips) {
        this.clock = clock;
        this.tips = tips;
    }

    /** Everything the bar shows. */
    public record Page(String time, boolean somebody, List<Tips.Line> tips) {

        public long done() {
            return tips.stream().filter(Tips.Line::done).count();
        }
    }

    @Override
    public String view() {
        return "org/circlekeeper/demo/web/demo-bar";
    }

    @Override
    public Object page(@Nullable SignedIn person) {
        return new Page(TIME.format(clock.instant().atZone(THERE)), person != null, tips.lines());
    }
}
