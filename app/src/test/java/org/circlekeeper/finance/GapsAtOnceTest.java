package org.circlekeeper.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.finance.MoneyPractice.ROSA;
import static org.circlekeeper.finance.MoneyPractice.TODAY;
import static org.circlekeeper.finance.MoneyPractice.WEDNESDAY;

import java.util.UUID;
import org.circlekeeper.database.CountedStatements;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.x12.eligibility.AuthorizationNeed;
import org.circlekeeper.x12.eligibility.Covered;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is missing is found for everybody at once. */
@PracticeTest
class GapsAtOnceTest {

    @Autowired
    private MoneyPractice story;

    @Autowired
    private OpenGaps gaps;

    @Autowired
    private OpenEstimates open;

    @Autowired
    private Talks talks;

    @Autowired
    private CountedStatements counted;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_group() {
        practice = story.open();
        group = story.group(practice);
    }

    @Test
    void what_payers_said_is_asked_once_however_many_were_talked_with() {
        talkedWith("W1");
        assertThat(story.in(practice, gaps::coming)).hasSize(1);
        int withOne = statements();

        talkedWith("W2");
        talkedWith("W3");

        assertThat(story.in(practice, gaps::coming))
                .hasSize(3)
                .allSatisfy(standing -> assertThat(standing.isSettled()).isTrue());
        assertThat(statements()).isEqualTo(withOne);
    }

    /** For what is missing and for the estimates. */
    private int statements() {
        counted.forget();
        story.in(practice, () -> {
            gaps.coming();
            return open.all();
        });
        return counted.statements();
    }

    private void talkedWith(String memberId) {
        var member = story.member(practice, group, WEDNESDAY);
        story.insure(practice, member, "EVG01", memberId, "P");
        story.heard(
                practice,
                member,
                "EVG01",
                memberId,
                ALine.benefits(EligibilityStatus.ACTIVE, Covered.NO, null, AuthorizationNeed.NO, null));
        var said = new Talk.Said(TODAY, "Rosa Diaz", "the member", TalkWay.PHONE, Outcome.WAITS, null, "", "");
        var gap = "NOT_COVERED:" + story.in(practice, () -> story.payer("EVG01")) + ":" + memberId;
        assertThat(story.in(practice, () -> talks.record(UUID.randomUUID(), member, gap, said, ROSA)))
                .isInstanceOf(Talks.Recorded.Kept.class);
    }
}
