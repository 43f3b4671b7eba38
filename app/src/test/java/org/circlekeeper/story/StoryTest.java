package org.circlekeeper.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.console.Today;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.demo.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The numbers of the script, computed from what the story wrote. */
@PracticeTest
class StoryTest {

    @Autowired
    Story story;

    @Autowired
    Clock clock;

    @Autowired
    PracticeScope scope;

    @Autowired
    Journal journal;

    @Autowired
    Today today;

    @Autowired
    Home home;

    @Test
    void the_story_is_told() {
        long t = System.nanoTime();
        var told = Told.once(story, home);
        System.err.println("TOLD " + (System.nanoTime() - t) / 1_000_000);
        t = System.nanoTime();
        told = Told.anew(story, home);
        System.err.println("TOLD " + (System.nanoTime() - t) / 1_000_000);
        assertThat(clock.instant()).isEqualTo(Story.BEGINS);
        scope.run(told.willowHouse(), () -> journal.open().forEach(e -> System.err.println(e)));
        scope.run(told.harborLane(), () -> journal.open().forEach(e -> System.err.println(e)));
        scope.run(told.willowHouse(), () -> {
            var m = today.moment();
            System.err.println(today.promise(m, today.claimed(m), today.asked().size()));
            System.err.println(today.claimed(m) + " " + today.unbilled(m) + " " + today.weekly(m));
            today.circles(m).forEach(c -> System.err.println(c.words()));
            today.done(m).forEach(c -> System.err.println(c.at() + c.because().sentence()));
        });
    }
}
