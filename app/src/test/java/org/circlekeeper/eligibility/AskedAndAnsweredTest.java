package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.ROSA;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityInquiryReader;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a press over a file of questions and the sandbox payer to what stands about a member. */
@PracticeTest
class AskedAndAnsweredTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private Receiving receiving;

    @Autowired
    private Eligibility eligibility;

    @Autowired
    private Runs runs;

    @Autowired
    private AuditTrail audit;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = story.group(practice, "Circle", false);
        story.session(practice, group, WEDNESDAY);
    }

    private PatientId member(String memberId) {
        return story.member(practice, group, "BRHP1", memberId);
    }

    @Test
    void one_press_asks_about_everybody_and_the_answers_are_read_into_benefits() {
        var active = member("W100");
        var gone = member("INACTIVE7");

        var run = story.askAndTakeIn(practice);

        var benefits = story.answer(practice, active).benefits();
        assertThat(benefits.status()).isEqualTo(EligibilityStatus.ACTIVE);
        assertThat(benefits.isCovered()).isTrue();
        assertThat(benefits.copay()).isEqualTo(Money.dollars("25"));
        assertThat(benefits.deductibleLeft()).isEqualTo(Money.dollars("120"));
        assertThat(benefits.authorization()).isEqualTo(AuthorizationNeed.NO);
        assertThat(story.answer(practice, gone).benefits().status()).isEqualTo(EligibilityStatus.INACTIVE);
        assertThat(story.answer(practice, active).rows()).anyMatch(row -> row.startsWith("EB|B|IND|MH"));
        assertThat(story.verdict(practice, active)).isEqualTo(Verdict.Kind.FINE);
        assertThat(run(run).in(QuestionStatus.ANSWERED)).isEqualTo(2);
        assertThat(run(run).open()).isZero();
    }

    @Test
    void a_carve_out_names_whom_to_ask_and_covers_nobody() {
        var member = member("CARVEOUT1");

        story.askAndTakeIn(practice);

        var benefits = story.answer(practice, member).benefits();
        assertThat(benefits.carveOut()).isEqualTo(new Benefits.CarveOut("HARBOR BEHAVIORAL", "88999"));
        assertThat(benefits.isCovered()).isFalse();
        assertThat(story.line(practice, member).needsCall()).isTrue();
    }

    @Test
    void two_copays_are_ambiguous_and_a_person_asks_with_the_rows_at_hand() {
        var member = member("AMBIGUOUS1");

        story.askAndTakeIn(practice);

        var answer = story.answer(practice, member);
        assertThat(answer.benefits().covered()).isEqualTo(Covered.AMBIGUOUS);
        assertThat(answer.benefits().copay()).isNull();
        assertThat(answer.rows()).anyMatch(row -> row.contains("PROVIDERS OF ANOTHER KIND"));
        assertThat(story.line(practice, member).needsCall()).isTrue();
    }

    @Test
    void of_twenty_visits_three_are_left() {
        var member = member("VISITLIMIT1");

        story.askAndTakeIn(practice);

        var benefits = story.answer(practice, member).benefits();
        assertThat(benefits.visitsTotal()).isEqualTo(20);
        assertThat(benefits.visitsLeft()).isEqualTo(3);
        assertThat(BenefitWords.visits(benefits)).isEqualTo("3 of 20 left");
        assertThat(benefits.isCovered()).isTrue();
    }

    @Test
    void a_plan_that_ends_before_the_session_is_not_active_on_its_day() {
        var member = member("W200");
        var run = story.press(practice);
        var content = text(story.answers(practice, run).getFirst())
                .replace("DTP|346|D8|20260101~", "DTP|346|RD8|20260101-20261124~");

        story.comes(practice, content.getBytes(StandardCharsets.US_ASCII));

        var answer = story.answer(practice, member);
        assertThat(answer.benefits().status()).isEqualTo(EligibilityStatus.INACTIVE);
        assertThat(answer.benefits().planEnds()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(answer.words().getFirst()).contains("not in force");
    }

    @Test
    void a_wrong_member_id_is_corrected_before_anybody_asks_again() {
        var member = member("WRONGMEMBERID1");

        var run = story.askAndTakeIn(practice);

        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.CORRECT);
        assertThat(story.answer(practice, member).benefits().rejection()).isEqualTo("72 C");
        assertThat(run(run).in(QuestionStatus.REJECTED)).isOne();
        assertThat(story.in(practice, () -> runs.start(false, ROSA))).isInstanceOf(Runs.Started.Nobody.class);
    }

    @Test
    void i14_an_answer_that_comes_again_in_any_order_changes_nothing() {
        var member = member("W300");
        var run = story.press(practice);
        var content = story.answers(practice, run).getFirst();
        var elsewhere = text(content).replace("SANDBOX PPO", "SANDBOX HMO").getBytes(StandardCharsets.US_ASCII);

        story.comes(practice, content);
        var first = story.answer(practice, member);
        story.comes(practice, content);
        story.comes(practice, elsewhere);

        assertThat(story.answer(practice, member)).isEqualTo(first);
        assertThat(story.in(practice, () -> eligibility.of(member))).hasSize(1);
        assertThat(story.in(practice, receiving::files))
                .hasSize(2)
                .extracting(ReceivedFile::posted)
                .containsOnlyOnce(1);
    }

    @Test
    void a_file_that_is_cut_off_is_refused_and_posts_nothing() {
        var member = member("W400");
        var run = story.press(practice);
        var content = text(story.answers(practice, run).getFirst());

        story.comes(practice, content.substring(0, content.length() - 40).getBytes(StandardCharsets.US_ASCII));

        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.UNDER_WAY);
        assertThat(story.in(practice, receiving::files)).singleElement().satisfies(file -> {
            assertThat(file.refused()).isNotEmpty();
            assertThat(file.posted()).isZero();
        });
    }

    @Test
    void a_set_with_a_warning_waits_for_a_person_who_may_take_it_all_the_same() {
        var member = member("W500");
        var run = story.press(practice);
        var content = text(story.answers(practice, run).getFirst()).replaceFirst("SE\\|\\d+\\|", "SE|99|");

        story.comes(practice, content.getBytes(StandardCharsets.US_ASCII));

        var parked = story.in(practice, receiving::parked).getFirst();
        assertThat(parked.reason()).isNotEmpty();
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.UNDER_WAY);
        assertThat(story.in(
                        practice,
                        () -> receiving.takeAllTheSame(parked.sha256(), parked.place(), "looked at it", ROSA)))
                .isEmpty();
        assertThat(story.answer(practice, member).benefits().isCovered()).isTrue();
        assertThat(story.in(practice, receiving::parked)).isEmpty();
    }

    @Test
    void an_answer_about_somebody_born_on_another_day_is_posted_to_nobody() {
        var member = member("W600");
        var run = story.press(practice);
        var content = text(story.answers(practice, run).getFirst()).replace("19800101", "19790101");

        story.comes(practice, content.getBytes(StandardCharsets.US_ASCII));

        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.UNDER_WAY);
        assertThat(story.in(practice, receiving::parked)).hasSize(1);
    }

    @Test
    void a_file_asks_about_each_person_once_whatever_rows_and_groups_name_them() throws IOException {
        var member = member("W7-00");
        story.insure(practice, member, "BRHP1", "w700", "S");
        var other = story.group(practice, "Second Circle", false);
        story.session(practice, other, WEDNESDAY.plusDays(1));
        story.join(practice, other, member);

        var file = story.files(practice, story.press(practice)).getFirst();

        var inquiries = EligibilityInquiryReader.all(Files.readAllBytes(story.outside(file)));
        assertThat(inquiries)
                .singleElement()
                .satisfies(inquiry -> assertThat(inquiry.memberId()).isEqualTo("W7-00"));
        assertThat(file.sentAt()).isNotNull();
    }

    @Test
    void what_lies_in_the_inbox_is_taken_in_by_the_practice_that_asked_and_by_no_other() throws IOException {
        var member = member("W750");
        var content = story.answers(practice, story.press(practice)).getFirst();
        var other = story.open();

        var file = story.lies(other, content);
        assertThat(file).exists();
        assertThat(story.in(other, receiving::files)).isEmpty();
        story.afterRound(practice);

        assertThat(file).doesNotExist();
        assertThat(story.verdict(practice, member)).isEqualTo(Verdict.Kind.FINE);
    }

    @Test
    void what_changed_since_the_last_answer_is_told_in_words() {
        var member = member("VISITLIMIT2");
        var policy = policy(member);
        var before = new Benefits(
                EligibilityStatus.ACTIVE,
                Covered.YES,
                Money.dollars("25"),
                null,
                Money.dollars("120"),
                20,
                9,
                AuthorizationNeed.NO,
                "Y",
                null,
                LocalDate.of(2026, 1, 1),
                null,
                null,
                "");
        story.run(
                practice,
                () -> eligibility.record(
                        policy,
                        new Eligibility.ByHand(How.PHONE, LocalDate.of(2026, 10, 20), "R-1", "Kim", before),
                        ROSA));

        story.askAndTakeIn(practice);

        assertThat(story.line(practice, member).latest().difference()).contains("Visits left: 3; before: 9.");
        assertThat(story.line(practice, member).hasChanged()).isTrue();
    }

    @Test
    void each_showing_outside_and_each_answer_has_its_row_in_the_audit_trail() {
        var member = member("W950");

        story.askAndTakeIn(practice);

        assertThat(story.in(practice, () -> audit.entriesAbout(member.value())))
                .extracting(entry -> entry.what())
                .contains("asked a payer about benefits", "took in payers' answers about benefits");
    }

    private Policy policy(PatientId member) {
        return story.line(practice, member).who().policy();
    }

    private Run run(UUID id) {
        return story.in(practice, () -> runs.find(id)).orElseThrow();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII);
    }
}
