package org.circlekeeper.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.eligibility.AskingPractice.WEDNESDAY;

import java.util.List;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.JournalEntry.Kind;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the assistant does about insurance by itself, as far as it is let. */
@PracticeTest
class VerifyEligibilityTest {

    @Autowired
    private AskingPractice story;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Runs runs;

    private PracticeId practice;
    private GroupId group;

    @BeforeEach
    void a_group_that_meets_on_wednesday() {
        practice = story.open();
        group = story.group(practice, "Circle", false);
        story.session(practice, group, WEDNESDAY);
        story.member(practice, group, "BRHP1", "W1");
        story.member(practice, group, "BRHP1", "W2");
        story.member(practice, group, "EVG01", "E1");
    }

    private List<JournalEntry> round(Trust trust) {
        return rounds.make(practice, trust, null).stream()
                .filter(entry -> entry.duty().equals(VerifyEligibility.ID))
                .toList();
    }

    private List<Run> runs() {
        return story.in(practice, () -> runs.latest(10));
    }

    @Test
    void it_proposes_a_file_to_each_payer_and_asks_nobody_before_somebody_agrees() {
        assertThat(round(Trust.PROPOSE)).extracting(JournalEntry::kind).containsExactly(Kind.PROPOSED, Kind.PROPOSED);
        assertThat(round(Trust.PROPOSE)).isEmpty();
        assertThat(runs()).isEmpty();
    }

    @Test
    void trusted_it_asks_each_payer_once() {
        assertThat(round(Trust.ACT)).extracting(JournalEntry::kind).containsExactly(Kind.DID, Kind.DID);
        assertThat(round(Trust.ACT)).isEmpty();
        assertThat(runs()).hasSize(2).extracting(Run::people).containsExactlyInAnyOrder(2, 1);
        assertThat(runs()).allSatisfy(run -> assertThat(run.startedBy()).isEqualTo("Circlekeeper"));
    }

    @Test
    void it_never_asks_medicare_by_itself_and_tells_of_whom_a_person_may_ask() {
        story.member(practice, group, "MCRB1", "1EG4TE5MK73");

        var entries = round(Trust.ACT);

        assertThat(entries).filteredOn(entry -> entry.kind() == Kind.ASKED).hasSize(1);
        assertThat(runs()).hasSize(2);
    }

    @Test
    void a_line_of_the_journal_names_no_member() {
        assertThat(round(Trust.PROPOSE))
                .allSatisfy(entry -> assertThat(entry.because().sentence()).doesNotContain("Person"));
    }
}
