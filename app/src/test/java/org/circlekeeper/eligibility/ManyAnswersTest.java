package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.circlekeeper.database.CountedStatements;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers are posted many at a time, and each comes to what it would have come to alone. */
@PracticeTest
class ManyAnswersTest {

    private static final String REFUSED = "AAA|N||72|C~";

    @Autowired
    private AskingPractice story;

    @Autowired
    private Receiving receiving;

    @Autowired
    private Runs runs;

    @Autowired
    private CountedStatements counted;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = meeting("Circle");
    }

    private GroupId meeting(String name) {
        var meeting = story.group(practice, name, false);
        story.session(practice, meeting, WEDNESDAY);
        return meeting;
    }

    @Test
    void a_file_of_answers_asks_the_database_no_more_about_forty_people_than_about_four() {
        members(group, 0);
        var few = story.press(practice);
        int withFew = statementsFor(few);
        assertThat(List.of(in(few, QuestionStatus.ANSWERED), in(few, QuestionStatus.QUEUED)))
                .containsExactly(2, 1);

        for (int more = 1; more <= 10; more++) {
            members(meeting("Circle " + more), more);
        }
        var many = story.press(practice);

        assertThat(statementsFor(many)).isEqualTo(withFew);
        assertThat(List.of(
                        in(many, QuestionStatus.ANSWERED),
                        in(many, QuestionStatus.QUEUED),
                        in(many, QuestionStatus.REJECTED)))
                .containsExactly(20, 10, 10);
    }

    /** One that is active, one whose visits are counted, one whose payer is down, one with a wrong number. */
    private void members(GroupId circle, int number) {
        List.of("W", "VISITLIMIT", "DOWN", "WRONGMEMBERID")
                .forEach(scenario -> story.member(practice, circle, "BRHP1", scenario + number));
    }

    private int statementsFor(UUID run) {
        var content = story.answers(practice, run).getFirst();
        counted.forget();
        story.comes(practice, content);
        return counted.statements();
    }

    private int in(UUID run, QuestionStatus status) {
        return story.in(practice, () -> runs.find(run)).orElseThrow().in(status);
    }

    @Test
    void a_file_that_refuses_a_question_and_answers_it_further_down_answers_it() {
        story.member(practice, group, "BRHP1", "W700");
        var run = story.press(practice);
        var content = text(story.answers(practice, run).getFirst());

        var taken = comes(content, refused(content, "0001") + answered(content, "0002"));

        assertThat(taken).isEqualTo(new Receiving.Taken.In(2, 2, 0));
        assertThat(in(run, QuestionStatus.ANSWERED)).isOne();
    }

    @Test
    void a_file_that_answers_a_question_and_refuses_it_further_down_answers_it() {
        story.member(practice, group, "BRHP1", "W710");
        var run = story.press(practice);
        var content = text(story.answers(practice, run).getFirst());

        var taken = comes(content, answered(content, "0001") + refused(content, "0002"));

        assertThat(taken).isEqualTo(new Receiving.Taken.In(2, 1, 0));
        assertThat(in(run, QuestionStatus.ANSWERED)).isOne();
    }

    @Test
    void of_many_that_are_nobodys_each_waits_for_a_person() {
        story.member(practice, group, "BRHP1", "W720");
        story.member(practice, group, "BRHP1", "W721");
        story.member(practice, group, "BRHP1", "W722");
        var content = text(story.answers(practice, story.press(practice)).getFirst());

        var taken = story.comes(
                practice, content.replaceAll("TRN\\|2\\|E\\d+", "TRN|2|X7").getBytes(StandardCharsets.US_ASCII));

        assertThat(taken).isEqualTo(new Receiving.Taken.In(3, 0, 3));
        assertThat(story.in(practice, receiving::parked))
                .extracting(Parked::place)
                .containsExactly(1, 2, 3);
    }

    private Receiving.Taken comes(String content, String sets) {
        var whole = content.substring(0, content.indexOf("ST|"))
                + sets
                + content.substring(content.indexOf("GE|")).replaceFirst("GE\\|1\\|", "GE|2|");
        return story.comes(practice, whole.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answered(String content, String number) {
        return numbered(set(content), number);
    }

    /** The same person is not known, and nothing is said of a plan. */
    private static String refused(String content, String number) {
        var kept = set(content).lines().filter(line -> !line.startsWith("EB|") && !line.startsWith("DTP|"));
        return numbered(
                kept.map(line -> line.startsWith("NM1|IL|") ? line + "\n" + REFUSED : line)
                        .collect(Collectors.joining("\n", "", "\n")),
                number);
    }

    /** A segment a line. */
    private static String set(String content) {
        return content.substring(content.indexOf("ST|"), content.indexOf("GE|"))
                .replace("\n", "")
                .replace("~", "~\n");
    }

    private static String numbered(String set, String number) {
        return set.replaceFirst("ST\\|271\\|\\d+", "ST|271|" + number)
                .replaceFirst("SE\\|\\d+\\|\\d+", "SE|" + set.lines().count() + "|" + number);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII);
    }
}
