package org.circlekeeper.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.terms.Because;
import org.junit.jupiter.api.Test;

/** What is said once after a yes, in a cookie. */
class AnsweringTest {

    @Test
    void i03_nobody_is_named_where_the_journal_s_sentence_may_name_whom_it_is_about() {
        assertThat(Answering.said(did("fill-seats", "A seat opened. Best: Lena, waited 19 days.")))
                .isEqualTo("Done: the seat is kept for them. The call stands under Calls.");
        assertThat(Answering.said(did("a-duty-to-come", "Lena is told."))).doesNotContain("Lena");
    }

    @Test
    void what_speaks_of_groups_and_counts_is_said_as_it_is() {
        assertThat(Answering.said(did("plan-sessions", "Monday Circle needs 13 sessions.")))
                .isEqualTo("Monday Circle needs 13 sessions.");
    }

    private static JournalEntry did(String duty, String sentence) {
        return new JournalEntry(
                UUID.randomUUID(),
                duty,
                "key",
                JournalEntry.Kind.DID,
                Because.of(sentence),
                null,
                null,
                Instant.EPOCH,
                "Dana");
    }
}
