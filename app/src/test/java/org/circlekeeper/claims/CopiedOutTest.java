package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Copying claims files out is their release, by whoever copies. */
@PracticeTest
class CopiedOutTest {

    private static final Actor OPERATOR = new Actor.Operator("ines");

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private Journal journal;

    @TempDir
    private Path out;

    @Test
    void the_first_copy_stands_in_the_journal_under_whoever_made_it_and_no_later_one_does() {
        var practice = story.open();
        var group = story.group(practice, "Monday Circle", false);
        var member = story.member(practice, group, "BRHP1");
        story.held(practice, story.session(practice, group, LocalDate.of(2026, 11, 16), 9), List.of(member));
        story.round(practice);

        story.in(practice, () -> claims.export(out, false, OPERATOR));
        story.in(practice, () -> claims.export(out, true, OPERATOR));

        assertThat(released(practice)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(OPERATOR.label());
            assertThat(entry.because().sentence())
                    .startsWith("1 claim for $65.00 to Blue Ridge Health Plan released by ines (command line): 837P-");
        });
    }

    private List<JournalEntry> released(PracticeId practice) {
        return story.in(practice, () -> journal.doneSince(BilledPractice.NOW.minusSeconds(3600), 100)).stream()
                .filter(entry -> entry.key().startsWith("export:"))
                .toList();
    }
}
