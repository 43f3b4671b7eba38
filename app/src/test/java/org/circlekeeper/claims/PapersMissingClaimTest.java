package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.attendance.LetIns;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.intake.Asked;
import org.circlekeeper.intake.GivenPapers;
import org.circlekeeper.intake.MemberPackets;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.roster.Ending;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line of a member who was let in before their papers were whole is held until they are. */
@PracticeTest
class PapersMissingClaimTest {

    private static final Asked ANOTHER =
            new Asked(new FormId("treatment-consent"), 1, Language.EN, "Treatment", Need.REQUIRED);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    BilledPractice billed;

    @Autowired
    GivenPapers given;

    @Autowired
    LetIns letIns;

    @Autowired
    Rosters rosters;

    @Autowired
    MemberPackets packets;

    @Autowired
    MemberPapers papers;

    @Autowired
    Claims claims;

    @Test
    void a_line_is_held_until_the_papers_are_whole_and_others_go_on() {
        var practice = billed.open();
        var group = billed.group(practice, "Circle", false);
        var member = billed.member(practice, group, "EVG01");
        var newcomer = billed.member(practice, group, "EVG01");
        given.give(practice, newcomer);
        var session = billed.session(practice, group, MONDAY, 6);
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

    @Test
    void a_visit_from_before_a_paper_was_taken_back_on_the_same_day_goes_on() {
        var practice = billed.open();
        var group = billed.group(practice, "Circle", false);
        var member = billed.member(practice, group, "EVG01");
        var session = billed.session(practice, group, MONDAY, 6);
        billed.mark(practice, session, member, Presence.PRESENT);
        billed.close(practice, session);
        billed.sign(practice, session, member);
        given.give(practice, member);
        billed.round(practice);

        assertThat(codes(practice)).isEmpty();
    }

    @Test
    void a_seat_that_ended_without_papers_holds_nothing_of_a_new_one() {
        var practice = billed.open();
        var group = billed.group(practice, "Circle", false);
        var member = billed.member(practice, group, "EVG01");
        billed.run(practice, () -> {
            packets.give(given.seat(member), List.of(ANOTHER), Language.EN, BilledPractice.DANA);
            rosters.leave(given.seat(member).id(), MONDAY.minusDays(1), Ending.MOVED, "moved", BilledPractice.DANA);
            rosters.join(group, member, DateRange.from(MONDAY), BilledPractice.DANA);
        });
        given.give(practice, member);
        var session = billed.session(practice, group, MONDAY, 6);
        billed.run(
                practice,
                () -> assertThat(letIns.letIn(session, member, "She drove two hours", BilledPractice.DANA))
                        .isTrue());
        billed.close(practice, session);
        billed.sign(practice, session, member);
        for (var asked : List.of(GivenPapers.AGREEMENT, GivenPapers.NOTICE)) {
            var paper = given.paper(practice, member, asked).id();
            billed.run(practice, () -> papers.waive(paper, "Signed at another office", BilledPractice.DANA));
        }
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
