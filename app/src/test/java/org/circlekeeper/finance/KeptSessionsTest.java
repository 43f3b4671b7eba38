package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.MoneyPractice.ROSA;
import static org.circlekeeper.finance.MoneyPractice.TODAY;
import static org.circlekeeper.finance.MoneyPractice.WEDNESDAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.compliance.Restrictions;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Estimates of whoever has a plan that is not told: of sessions that they keep from it, or without a consent. */
@PracticeTest
class KeptSessionsTest {

    private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 12, 16);

    @Autowired
    private MoneyPractice story;

    @Autowired
    private Estimates estimates;

    @Autowired
    private OpenEstimates open;

    @Autowired
    private OpenGaps gaps;

    @Autowired
    private Talks talks;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Restrictions restrictions;

    @Autowired
    private Groups groups;

    @Autowired
    private Consents consents;

    @Autowired
    private MovableClock clock;

    private Instant began;
    private PracticeId practice;
    private GroupId group;
    private PatientId member;

    @BeforeEach
    void a_member_of_long_standing_whose_plan_pays() {
        began = clock.instant();
        clock.moveTo(Instant.parse("2026-01-05T15:00:00Z"));
        practice = story.open();
        group = story.group(practice);
        story.meetsOnWednesdays(practice, group);
        member = story.member(practice, group, LocalDate.of(2026, 1, 7));
        clock.moveTo(MoneyPractice.NOW);
        story.plan(practice, group, List.of(NEXT_MONTH, NEXT_MONTH.plusWeeks(1)));
        story.insure(practice, member, "EVG01", "W1", "P");
        story.heard(practice, member, "EVG01", "W1", ALine.fine());
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void an_estimate_tells_of_the_sessions_alone_that_they_keep() {
        keeps(NEXT_MONTH);

        make(TODAY);

        assertThat(story.in(practice, () -> estimates.of(member)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.contents().sessions().days()).containsExactly(NEXT_MONTH);
                    assertThat(one.contents().sessions().total()).isEqualTo(Money.dollars("90"));
                });
        assertThat(make(NEXT_MONTH.plusDays(1)))
                .isInstanceOfSatisfying(
                        Estimates.Made.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("keep no session of this group"));
    }

    @Test
    void it_is_due_from_the_day_on_which_they_asked_for_it() {
        keeps(NEXT_MONTH);

        assertThat(story.in(practice, () -> open.of(member)).owed())
                .singleElement()
                .satisfies(owed -> {
                    assertThat(owed.dueBy()).isEqualTo(LocalDate.of(2026, 11, 27));
                    assertThat(owed.because().sentence()).contains("They keep sessions from their plan.");
                });
    }

    @Test
    void what_was_agreed_while_a_consent_was_missing_ends_when_it_is_signed() {
        story.in(practice, () -> {
            groups.putUnderPart2(group, ROSA);
            return true;
        });
        assertThat(story.in(practice, () -> gaps.of(member)))
                .as("by the reason, whatever its sentence")
                .extracting(standing -> standing.gap().kind())
                .containsExactly(CoverageGap.Kind.WITHHELD);
        var said = new Talk.Said(TODAY, "Rosa Diaz", "the member", TalkWay.PHONE, Outcome.FULL_FEE, null, "", "");
        assertThat(story.in(practice, () -> talks.record(UUID.randomUUID(), member, "WITHHELD:none", said, ROSA)))
                .isInstanceOf(Talks.Recorded.Kept.class);
        assertThat(story.in(practice, () -> open.of(member)).owed())
                .singleElement()
                .satisfies(owed -> assertThat(owed.because().sentence()).contains("agreed that they pay themselves"));

        story.in(practice, () -> consents.recordPart2(member, TODAY, null, "binder", ROSA));

        assertThat(story.in(practice, () -> open.of(member)).owed()).isEmpty();
        assertThat(story.in(practice, () -> gaps.of(member))).isEmpty();
    }

    private Estimates.Made make(LocalDate from) {
        return story.in(practice, () -> estimates.make(UUID.randomUUID(), member, group, from, ROSA));
    }

    private void keeps(LocalDate day) {
        story.in(practice, () -> {
            var session = sessions.between(WEDNESDAY, day.plusDays(1)).stream()
                    .filter(one -> one.serviceDate().equals(day))
                    .map(Session::id)
                    .findFirst()
                    .orElseThrow();
            restrictions.restrict(session, member, TODAY, ROSA);
            return true;
        });
    }
}
