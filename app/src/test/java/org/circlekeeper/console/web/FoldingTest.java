package org.circlekeeper.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.console.web.Folding.Fold;
import org.circlekeeper.console.web.TodayPage.Line;
import org.circlekeeper.terms.Because;
import org.junit.jupiter.api.Test;

/** What was done at one moment is one line, and says what it comes to. */
class FoldingTest {

    @Test
    void sessions_prepared_at_one_moment_are_one_line_with_their_sums() {
        var folds = Folding.of(List.of(
                line("prepare-claims", "10:16", "Monday Circle, Mon 23 Nov 2026: 8 claims are ready."),
                line("prepare-claims", "10:16", "Tuesday Skills, Tue 17 Nov 2026: 1 claim is ready; 2 held: no note."),
                line("file-claims", "10:16", "9 claims for $585.00 to Evergreen, visits of Mon: nothing holds them."),
                line("prepare-claims", "10:16", "Friday Anchor, Fri 20 Nov 2026: 3 held: the member is new.")));

        assertThat(folds)
                .extracting(Fold::text)
                .containsExactly("3 sessions prepared: 9 claims ready, 5 held", "1 file released: 9 claims");
        assertThat(folds.getFirst().lines()).hasSize(3);
    }

    @Test
    void fewer_than_three_and_other_moments_stand_for_themselves() {
        var folds = Folding.of(List.of(
                line("plan-sessions", "10:16", "One."),
                line("plan-sessions", "10:16", "Two."),
                line("plan-sessions", "10:15", "Three.")));

        assertThat(folds).extracting(fold -> fold.lines().size()).containsExactly(1, 1, 1);
    }

    private static Line line(String duty, String when, String sentence) {
        var entry = new JournalEntry(
                UUID.randomUUID(),
                duty,
                sentence,
                JournalEntry.Kind.DID,
                Because.of(sentence),
                null,
                null,
                Instant.EPOCH,
                "Circlekeeper");
        return new Line(entry, when, "");
    }
}
