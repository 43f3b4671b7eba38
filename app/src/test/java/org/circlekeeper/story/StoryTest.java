package org.circlekeeper.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.demo.Story;
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

    @Test
    void the_story_is_told() {
        long t = System.nanoTime();
        var told = story.tell();
        System.err.println("TOLD " + (System.nanoTime() - t) / 1_000_000);
        t = System.nanoTime();
        var told2 = story.tell();
        System.err.println("TOLD " + (System.nanoTime() - t) / 1_000_000);
        assertThat(clock.instant()).isEqualTo(Story.BEGINS);
        scope.run(told.willowHouse(), () -> journal.open().forEach(e -> System.err.println(e)));
        scope.run(told.harborLane(), () -> journal.open().forEach(e -> System.err.println(e)));
    }
}
