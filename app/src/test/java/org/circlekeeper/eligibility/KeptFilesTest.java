package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of payers are kept byte for byte, and read piece by piece. */
@PracticeTest
class KeptFilesTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private ReceivedStore store;

    @Autowired
    private Receiving receiving;

    private PracticeId practice;

    @BeforeEach
    void a_practice() {
        practice = story.open();
    }

    @Test
    void what_is_kept_comes_back_byte_for_byte_however_long() {
        for (int size : List.of(0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5_000_000)) {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            var content = Content.of(bytes);

            var back = story.in(practice, () -> keptAndRead(content));

            assertThat(back).isEqualTo(bytes);
        }
    }

    private byte[] keptAndRead(Content content) {
        try {
            var sha256 = content.sha256();
            assertThat(store.keep(sha256, "any.271", content, "Rosa", AskingPractice.NOW))
                    .isTrue();
            assertThat(store.keep(sha256, "any.271", content, "Rosa", AskingPractice.NOW))
                    .isFalse();
            var kept = store.content(sha256).orElseThrow();
            assertThat(kept.size()).isEqualTo(content.size());
            assertThat(kept.sha256()).isEqualTo(sha256);
            try (var in = kept.open()) {
                return in.readAllBytes();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void a_file_that_grows_while_it_is_read_is_not_kept() throws IOException {
        var grown = "ISA and more".getBytes(StandardCharsets.US_ASCII);
        var sha256 =
                Content.of("ISA and less".getBytes(StandardCharsets.US_ASCII)).sha256();

        assertThatThrownBy(() -> story.in(
                        practice, () -> store.keep(sha256, "any.271", Content.of(grown), "Rosa", AskingPractice.NOW)))
                .hasMessageContaining("changed while it was read");
        assertThat(story.in(practice, () -> store.content(sha256))).isEmpty();
    }

    @Test
    void a_refusal_above_the_person_is_found_by_the_reference_of_its_set() {
        var group = story.group(practice, "Circle", false);
        story.session(practice, group, AskingPractice.WEDNESDAY);
        var first = story.member(practice, group, "BRHP1", "W1");
        var second = story.member(practice, group, "BRHP1", "W2");
        var run = story.press(practice);
        var content = new String(story.answers(practice, run).getFirst(), StandardCharsets.US_ASCII);

        var taken = story.comes(practice, refusedAbove(content).getBytes(StandardCharsets.US_ASCII));

        assertThat(story.in(practice, receiving::parked))
                .extracting(Parked::reason)
                .isEmpty();
        assertThat(taken).isEqualTo(new Receiving.Taken.In(2, 2, 0));
        assertThat(List.of(story.verdict(practice, first), story.verdict(practice, second)))
                .containsOnly(Verdict.Kind.CORRECT);
        assertThat(story.answer(practice, first).benefits().rejection()).isEqualTo("50 N");
    }

    /** Each set says of the provider that it is not known there, and nothing of whom it asked about. */
    private static String refusedAbove(String content) {
        var kept = new ArrayList<String>();
        int began = 0;
        boolean person = false;
        for (var segment : content.split("~")) {
            var bare = segment.strip();
            if (bare.isEmpty()) {
                continue;
            }
            if (bare.startsWith("ST|")) {
                began = kept.size();
                person = false;
            }
            if (bare.startsWith("HL|") && bare.contains("|22|")) {
                kept.add("AAA|N||50|N");
                person = true;
            }
            if (bare.startsWith("SE|")) {
                kept.add("SE|" + (kept.size() - began + 1) + bare.substring(bare.lastIndexOf('|')));
                person = false;
            } else if (!person) {
                kept.add(bare);
            }
        }
        return String.join("~", kept) + "~";
    }
}
