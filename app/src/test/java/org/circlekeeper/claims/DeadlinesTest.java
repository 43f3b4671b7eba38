package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.attendance.Encounters;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A held claim rises as the last day to file it comes near. Today is 23 November 2026. */
@PracticeTest
class DeadlinesTest {

    private static final LocalDate EARLIER = LocalDate.of(2026, 11, 9);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private PracticeRules rules;

    @Autowired
    private Journal journal;

    @Autowired
    private Encounters sheets;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_practice_whose_payer_takes_claims_for_twenty_days() {
        practice = story.open();
        group = story.group(practice, "Monday Circle", false);
        takesClaimsFor(20, "BRHP1");
    }

    @Test
    void a_held_claim_is_asked_about_before_its_last_day_and_no_more_once_nothing_holds_it() {
        var member = story.member(practice, group, "BRHP1");
        var session = unsigned(member, MONDAY);

        story.scheduledRound(practice, Trust.ACT);

        assertThat(asked())
                .singleElement()
                .satisfies(entry -> assertThat(entry.question())
                        .isEqualTo(
                                "1 held claim to Blue Ridge Health Plan can be filed until Sun 6 Dec 2026 at the latest. "
                                        + "$65 waits."));
        story.sign(practice, session, member);
        story.scheduledRound(practice, Trust.ACT);
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_claim_with_time_left_is_not_asked_about() {
        unsigned(story.member(practice, group, "MCRB1"), MONDAY);

        story.scheduledRound(practice, Trust.ACT);

        assertThat(asked()).isEmpty();
    }

    @Test
    void of_held_claims_the_one_with_the_least_time_left_stands_first() {
        unsigned(story.member(practice, group, "MCRB1"), EARLIER);
        unsigned(story.member(practice, group, "BRHP1"), MONDAY);

        story.scheduledRound(practice, Trust.ACT);

        assertThat(story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.HELD))))
                .extracting(Claim::payerId)
                .containsExactly("BRHP1", "MCRB1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"31, none", "30, 30", "15, 30", "14, 14", "8, 14", "7, 7", "0, 7"})
    void a_warning_begins_with_thirty_days_left_and_grows_louder_twice(long left, Integer warning) {
        assertThat(FilingWarning.of(left).orElse(null)).isEqualTo(warning);
    }

    private SessionId unsigned(PatientId member, LocalDate day) {
        var session = story.session(practice, group, day, 9);
        for (var seat : seats(session)) {
            story.mark(practice, session, seat, seat.equals(member) ? Presence.PRESENT : Presence.EXCUSED);
        }
        story.close(practice, session);
        return session;
    }

    private List<PatientId> seats(SessionId session) {
        return story.in(
                practice,
                () -> sheets.sheet(session).orElseThrow().seats().stream()
                        .map(seat -> seat.patient())
                        .toList());
    }

    private void takesClaimsFor(int days, String payerId) {
        var payer = story.payer(practice, payerId);
        story.run(
                practice,
                () -> rules.keep(
                        new OwnRule(
                                UUID.randomUUID(),
                                payer,
                                OwnRule.Kind.TIMELY_FILING,
                                days,
                                DateRange.from(BilledPractice.YEAR_BEGAN),
                                "contract",
                                null),
                        BilledPractice.DANA));
    }

    private List<JournalEntry> asked() {
        return story.in(practice, journal::open).stream()
                .filter(entry -> entry.duty().equals("ask-before-deadlines"))
                .toList();
    }
}
