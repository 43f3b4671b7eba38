package org.circlekeeper.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.messaging.Message.Topic;
import org.circlekeeper.messaging.Reply;
import org.circlekeeper.messaging.ReplyId;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How what a member wrote stands on a page. */
class MessageLineTest {

    private static final Instant SAID = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void words_of_crisis_are_red_and_to_be_read_first_while_nobody_has_read_them() {
        var line = line(true, null);
        assertThat(line.tone()).isEqualTo(Tone.BAD);
        assertThat(line.word()).isEqualTo("New from them, words of crisis");
        assertThat(line.says()).contains("read it first");
    }

    @Test
    void once_read_they_are_still_called_that_and_call_for_nothing() {
        var line = line(true, SAID.plusSeconds(60));
        assertThat(line.tone()).isEqualTo(Tone.CALM);
        assertThat(line.word()).isEqualTo("From them, words of crisis");
        assertThat(line.says()).isEmpty();
    }

    @Test
    void anything_else_waits_until_it_is_read() {
        assertThat(line(false, null).tone()).isEqualTo(Tone.WAIT);
        assertThat(line(false, SAID).tone()).isEqualTo(Tone.CALM);
    }

    private static MessageLine line(boolean crisis, @Nullable Instant read) {
        var reply = new Reply(
                new ReplyId(new UUID(0, 1)),
                new PatientId(new UUID(0, 2)),
                Topic.CARE,
                "What I wrote",
                "the member",
                SAID,
                read,
                crisis);
        return MessageLine.of(reply, "Ana Ruiz", AnyPractice.ZONE);
    }
}
