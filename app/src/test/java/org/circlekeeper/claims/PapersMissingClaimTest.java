package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.attendance.LetIns;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.GivenPapers;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line of a member who was let in before their papers were whole is held until they are. */
@PracticeTest
class PapersMissingClaimTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    BilledPractice billed;

    @Autowired
    GivenPapers given;

    @Autowired
    LetIns letIns;

    @Autowired
    Claims claims;

    @Test
    void a_line_is_held_until_the_papers_are_whole_and_others_go_on() {
        var practice = billed.open();
        var group = billed.group(practice, "Circle", false);
        var member = billed.member(practice, group, "EVG01");
        var newcomer = billed.member(practice, group, "EVG01");
        var session = billed.session(practice, group, MONDAY, 6);
        given.give(practice, newcomer);
        billed.run(
                practice,
                () -> assertThat(letIns.letIn(session, newcomer, "She drove two hours", BilledPractice.DANA))
                        .isTrue());
        billed.mark(practice, session, member, Presence.PRESENT);
        billed.close(practice, session);
        billed.sign(practice, session, member);
        billed.sign(practice, session, newcomer);
        billed.round(practice);

        assertThat(codes(practice)).containsExactly(List.of("papers-missing"));

        given.waiveAll(practice, newcomer);
        billed.round(practice);
        assertThat(codes(practice)).isEmpty();
    }

    /** The codes of each held claim. */
    private List<List<String>> codes(PracticeId practice) {
        var held = new ArrayList<List<String>>();
        billed.run(
                practice,
                () -> claims.list(ClaimFilter.of(ClaimStatus.HELD))
                        .forEach(claim -> held.add(
                                claim.findings().stream().map(Finding::code).toList())));
        return held;
    }
}
