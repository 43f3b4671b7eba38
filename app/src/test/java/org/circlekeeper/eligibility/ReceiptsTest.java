package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a clearinghouse says of a file of questions before a payer answers it. */
@PracticeTest
class ReceiptsTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private Runs runs;

    private PracticeId practice;
    private UUID run;

    @BeforeEach
    void a_file_about_two_members() {
        practice = story.open();
        GroupId group = story.group(practice, "Circle", false);
        story.session(practice, group, WEDNESDAY);
        story.member(practice, group, "BRHP1", "W1");
        story.member(practice, group, "BRHP1", "W2");
        run = story.press(practice);
    }

    private String receipt() {
        return new String(story.replies(practice, run, "999").getFirst(), StandardCharsets.US_ASCII);
    }

    private int in(QuestionStatus status) {
        return story.in(practice, () -> runs.find(run)).orElseThrow().in(status);
    }

    @Test
    void a_receipt_that_accepts_changes_nothing() throws IOException {
        var file = story.lies(practice, receipt().getBytes(StandardCharsets.US_ASCII));

        assertThat(file).doesNotExist();
        assertThat(in(QuestionStatus.SENT)).isEqualTo(2);
    }

    @Test
    void a_receipt_that_refuses_one_question_settles_that_one() throws IOException {
        story.lies(
                practice,
                receipt()
                        .replaceFirst("IK5\\|A~", "IK5|R|5~")
                        .replace("AK9|A|2|2|2~", "AK9|P|2|2|1~")
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(in(QuestionStatus.REJECTED)).isOne();
        assertThat(in(QuestionStatus.SENT)).isOne();
    }

    @Test
    void a_receipt_that_refuses_the_file_settles_all_and_an_answer_that_comes_all_the_same_is_taken()
            throws IOException {
        story.lies(
                practice,
                receipt()
                        .replace("IK5|A~", "IK5|R|5~")
                        .replace("AK9|A|2|2|2~", "AK9|R|2|2|0~")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(in(QuestionStatus.REJECTED)).isEqualTo(2);

        story.answers(practice, run).forEach(content -> story.comes(practice, content));

        assertThat(in(QuestionStatus.ANSWERED)).isEqualTo(2);
    }
}
