package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.circlekeeper.eligibility.AskingPractice.ROSA;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of which something is odd keep nobody else's answer, and are acted upon once. */
@PracticeTest
class OddFilesTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private Receiving receiving;

    @Autowired
    private Runs runs;

    @Autowired
    private Home home;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = story.group(practice, "Circle", false);
        story.session(practice, group, WEDNESDAY);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII);
    }

    private Receiving.Taken comes(String content) {
        return story.comes(practice, content.getBytes(StandardCharsets.US_ASCII));
    }

    private int in(UUID run, QuestionStatus status) {
        return story.in(practice, () -> runs.find(run)).orElseThrow().in(status);
    }

    @Test
    void an_amount_below_nothing_is_not_told_and_keeps_its_row() {
        var member = story.member(practice, group, "BRHP1", "W10");
        var content = text(story.answers(practice, story.press(practice)).getFirst());
        var odd = content.replaceAll("(EB\\|C\\|[^~]*?)\\|120(?=[|~])", "$1|-35.00");
        assertThat(odd).isNotEqualTo(content);

        comes(odd);

        var answer = story.answer(practice, member);
        assertThat(answer.benefits().deductibleLeft()).isNull();
        assertThat(answer.benefits().isCovered()).isTrue();
        assertThat(answer.rows()).anyMatch(row -> row.contains("-35.00"));
    }

    @Test
    void an_answer_that_cannot_be_kept_waits_for_a_person_and_keeps_no_other() {
        story.member(practice, group, "BRHP1", "W20");
        story.member(practice, group, "BRHP1", "W21");
        var run = story.press(practice);
        var content = text(story.answers(practice, run).getFirst());

        var taken = comes(content.replaceFirst("SANDBOX PPO", "SANDBOX\0PPO"));

        assertThat(taken).isEqualTo(new Receiving.Taken.In(2, 1, 1));
        var parked = story.in(practice, receiving::parked).getFirst();
        assertThat(parked.reason()).contains("out of all measure");
        assertThat(story.in(
                        practice,
                        () -> receiving.takeAllTheSame(parked.sha256(), parked.place(), "looked at it", ROSA)))
                .isPresent();
        assertThat(story.in(practice, receiving::parked)).hasSize(1);
    }

    @Test
    void what_was_taken_in_and_moved_away_stays_taken_in_whatever_becomes_of_whoever_looked() {
        var member = story.member(practice, group, "BRHP1", "W30");
        var content = story.answers(practice, story.press(practice)).getFirst();

        assertThatThrownBy(() -> story.run(practice, () -> {
                    lies(content);
                    throw new IllegalStateException("something breaks further on");
                }))
                .hasMessageContaining("further on");

        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.FINE);
    }

    private void lies(byte[] content) {
        try {
            assertThat(story.lies(practice, content)).doesNotExist();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void an_answer_that_was_laid_aside_is_not_taken() {
        story.member(practice, group, "BRHP1", "W40");
        var run = story.press(practice);
        comes(text(story.answers(practice, run).getFirst()).replaceFirst("SE\\|\\d+\\|", "SE|99|"));
        var parked = story.in(practice, receiving::parked).getFirst();
        story.run(practice, () -> receiving.layAside(parked.sha256(), parked.place(), "they send it anew", ROSA));

        assertThat(story.in(
                        practice, () -> receiving.takeAllTheSame(parked.sha256(), parked.place(), "it is fine", ROSA)))
                .contains("Somebody settled it already.");
        assertThat(in(run, QuestionStatus.SENT)).isOne();
    }

    @Test
    void nothing_of_a_file_that_was_refused_is_taken() {
        story.member(practice, group, "BRHP1", "W50");
        var run = story.press(practice);
        var content = text(story.answers(practice, run).getFirst());
        comes(content.substring(0, content.length() - 40));
        var refused = story.in(practice, receiving::files).getFirst();
        assertThat(refused.refused()).isNotEmpty();

        assertThat(story.in(practice, () -> receiving.takeAllTheSame(refused.sha256(), 1, "it is fine", ROSA)))
                .isPresent();
        assertThat(in(run, QuestionStatus.SENT)).isOne();
    }

    @Test
    void a_file_of_another_kind_is_refused() throws IOException {
        story.member(practice, group, "BRHP1", "W60");
        var run = story.press(practice);
        var questions =
                story.in(practice, () -> runs.content(runs.files(run).getFirst().id()));

        assertThat(story.comes(practice, questions)).isInstanceOf(Receiving.Taken.Refused.class);
    }

    @Test
    void a_receipt_that_does_not_add_up_settles_nothing() {
        story.member(practice, group, "BRHP1", "W70");
        var run = story.press(practice);
        var receipt = text(story.replies(practice, run, "999").getFirst()).replace("IK5|A~", "IK5|R|5~");

        assertThat(comes(receipt.replaceFirst("SE\\|\\d+\\|", "SE|99|"))).isInstanceOf(Receiving.Taken.Refused.class);
        assertThat(in(run, QuestionStatus.SENT)).isOne();
        assertThat(comes(receipt.replace("AK9|A|1|1|1~", "AK9|R|1|1|0~"))).isEqualTo(new Receiving.Taken.Receipt(1));
        assertThat(in(run, QuestionStatus.REJECTED)).isOne();
    }

    @Test
    void whatever_lies_in_the_inbox_and_is_nobodys_keeps_no_answer_out() throws IOException {
        var member = story.member(practice, group, "BRHP1", "W80");
        var run = story.press(practice);
        var strange = text(story.replies(practice, run, "999").getFirst())
                .replaceAll("AK1\\|HS\\|\\d+", "AK1|HC|7")
                .getBytes(StandardCharsets.US_ASCII);
        var answers = story.answers(practice, run).getFirst();
        var inbox = Files.createDirectories(home.resolve("inbox"));
        try {
            for (int one = 0; one < 201; one++) {
                Files.write(inbox.resolve("00-%03d.999".formatted(one)), strange);
            }
            story.lies(practice, answers);
            story.afterRound(practice);

            assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.FINE);
        } finally {
            for (int one = 0; one < 201; one++) {
                Files.deleteIfExists(inbox.resolve("00-%03d.999".formatted(one)));
            }
        }
    }
}
