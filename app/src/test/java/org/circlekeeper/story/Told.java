package org.circlekeeper.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.WeakHashMap;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.demo.Story;

/** The story, told once to each program that tests share; a test that changes it tells it anew. */
public final class Told {

    private static final Map<Story, Story.Told> TOLD = new WeakHashMap<>();

    private Told() {}

    /** Where every other test of the whole program finds the clock. */
    public static void leave(MovableClock clock) {
        clock.moveTo(Instant.parse("2026-11-23T15:00:00Z"));
    }

    /** For tests that only look. */
    public static synchronized Story.Told once(Story story, Home home) {
        return TOLD.computeIfAbsent(story, teller -> anew(teller, home));
    }

    /** A second telling uses the same control numbers: what an earlier one left in the outbox is swept away first. */
    public static synchronized Story.Told anew(Story story, Home home) {
        try (var files = Files.walk(home.outbox())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().matches("(837P|270)-1999999.*")) {
                    Files.delete(file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return story.tell();
    }
}
