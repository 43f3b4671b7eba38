package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.claims.AVisit.fine;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlekeeper.attendance.ClosingPreview.Line;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.practice.OwnRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a closed sheet says of its claims. */
class AfterClosingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void claims_that_lack_a_note_alone_wait_only_for_it() {
        assertThat(says(fine().noteUnsigned(), fine().noteUnsigned()))
                .containsExactly("2 claims wait only for your notes");
        assertThat(says(fine().noteUnsigned())).containsExactly("1 claim waits only for your note");
        assertThat(lines(false, fine().noteUnsigned()))
                .extracting(Line::says)
                .containsExactly("1 claim waits only for the leader's note");
    }

    @Test
    void what_holds_a_claim_beside_its_note_is_told_first() {
        assertThat(says(fine().noteUnsigned().minutes(20).presence(Presence.LEFT_EARLY)))
                .containsExactly("1 held: stayed 20 minutes, your own rule asks you to look");
        assertThat(says(fine().uninsured()))
                .containsExactly("1 held: No insurance is on file for Tue 17 Nov 2026: there is no payer to bill");
    }

    @Test
    void a_claim_that_nothing_holds_is_ready() {
        assertThat(says(fine(), fine(), fine())).containsExactly("3 claims are ready");
    }

    @Test
    void a_claim_filed_for_denial_is_ready_past_a_payers_rule() {
        assertThat(says(fine().secondThatDay().letGoPast(FindingCode.SECOND_VISIT_SAME_DAY)))
                .containsExactly("1 claim is ready");
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimStatus.class,
            mode = Mode.EXCLUDE,
            names = {"HELD", "READY", "VOIDED"})
    void a_claim_that_is_in_a_file_says_where_it_is(ClaimStatus status) {
        assertThat(says(fine().claim(status, ""))).containsExactly("1 claim " + status.onScreen());
    }

    @ParameterizedTest
    @EnumSource(
            value = Presence.class,
            names = {"UNMARKED", "ABSENT", "LATE_CANCEL", "EXCUSED"})
    void i01_whoever_did_not_come_is_in_no_line_about_claims(Presence presence) {
        assertThat(says(fine().presence(presence))).isEmpty();
        assertThat(says(fine().recordedByNobody())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_member_who_came_is_in_exactly_one_line(long seed) {
        var random = new Random(seed);
        var visits = IntStream.range(0, 12).mapToObj(_ -> any(random)).toList();
        long came = visits.stream().map(AVisit::build).filter(Visit::came).count();

        var lines = lines(true, visits.toArray(AVisit[]::new));

        assertThat(lines.stream()
                        .mapToLong(line -> Long.parseLong(line.says().split(" ")[0]))
                        .sum())
                .isEqualTo(came);
    }

    private static AVisit any(Random random) {
        var visit = fine().presence(Presence.values()[random.nextInt(Presence.values().length)]);
        if (random.nextBoolean()) {
            visit.noteUnsigned();
        }
        if (random.nextInt(4) == 0) {
            visit.minutes(10 + random.nextInt(3));
        }
        if (random.nextInt(5) == 0) {
            visit.diagnoses();
        }
        return random.nextInt(4) == 0 ? visit.claim(ClaimStatus.SENT, "") : visit;
    }

    private static List<String> says(AVisit... visits) {
        return lines(true, visits).stream().map(Line::says).toList();
    }

    private static List<Line> lines(boolean forItsLeader, AVisit... visits) {
        var rules = SomeRules.usual().own(OwnRule.Kind.LOOK_AT_SHORTER, 45).build();
        return AfterClosing.lines(Stream.of(visits).map(AVisit::build).toList(), rules, TODAY, forItsLeader);
    }
}
