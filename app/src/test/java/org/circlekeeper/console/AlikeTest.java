package org.circlekeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.JournalEntry.Kind;
import org.circlekeeper.terms.Because;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page asks for as many answers as stand on it. */
class AlikeTest {

    @Test
    void questions_about_leaders_and_payers_are_one_thing_from_three_on() {
        assertThat(Alike.things(asked(2))).isEqualTo(2);
        assertThat(Alike.things(asked(12))).isEqualTo(1);
    }

    @Test
    void proposals_of_one_kind_are_one_and_other_questions_each_their_own() {
        var open = new ArrayList<>(asked(12));
        for (int i = 0; i < 4; i++) {
            open.add(entry("prepare-claims", Kind.PROPOSED, null));
            open.add(entry("ask-for-notes", Kind.ASKED, "/sessions/" + i));
        }
        assertThat(Alike.things(open)).isEqualTo(1 + 1 + 4);
    }

    private static List<JournalEntry> asked(int payers) {
        var asked = new ArrayList<JournalEntry>();
        for (int i = 0; i < payers; i++) {
            asked.add(entry("prepare-claims", Kind.ASKED, "/payers/" + i));
        }
        return asked;
    }

    private static JournalEntry entry(String duty, Kind kind, @Nullable String href) {
        return new JournalEntry(
                UUID.randomUUID(),
                duty,
                UUID.randomUUID().toString(),
                kind,
                Because.of("So it is."),
                href == null ? null : "Is it so?",
                href,
                Instant.EPOCH,
                "Circlekeeper");
    }
}
