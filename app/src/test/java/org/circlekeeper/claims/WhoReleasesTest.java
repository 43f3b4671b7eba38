package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.assistant.Approvals;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.JournalEntry.Kind;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PersonId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In whose name claims are released: a standing order, an approval, and nobody's. */
@PracticeTest
class WhoReleasesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private Payers payers;

    @Autowired
    private Approvals approvals;

    private PracticeId practice;

    @BeforeEach
    void a_session_that_was_held() {
        practice = story.held(MONDAY, 3).practice();
    }

    @Test
    void without_a_standing_order_claims_are_proposed_and_never_released() {
        var entries = story.scheduledRound(practice, Trust.ACT);

        assertThat(entries)
                .filteredOn(entry -> entry.duty().equals("file-claims"))
                .extracting(JournalEntry::kind)
                .containsExactly(Kind.PROPOSED);
        assertThat(statuses()).containsOnly(ClaimStatus.READY);
    }

    @Test
    void a_standing_order_releases_them_in_the_name_of_whoever_gave_it() {
        story.run(
                practice,
                () -> payers.order(
                        payers.byPayerId("BRHP1").orElseThrow().id(),
                        BilledPractice.DANA.id().value(),
                        "Dana Whitfield",
                        MONDAY));

        story.scheduledRound(practice, Trust.ACT);

        assertThat(statuses()).containsOnly(ClaimStatus.SENT);
        assertThat(batch().releasedBy()).startsWith("Dana Whitfield (standing order until");
    }

    @Test
    void an_approval_is_the_order_of_whoever_approved() {
        var proposed = story.scheduledRound(practice, Trust.PROPOSE);
        var rosa = new SignedIn(
                new PersonId(UUID.randomUUID()), "Rosa Diaz", practice, "Willow House", Set.of(Role.BILLER), null);
        approve(proposed, "prepare-claims", rosa);
        approve(story.scheduledRound(practice, Trust.PROPOSE), "file-claims", rosa);

        story.scheduledRound(practice, Trust.PROPOSE);

        assertThat(statuses()).containsOnly(ClaimStatus.SENT);
        assertThat(batch().releasedBy()).isEqualTo("Rosa Diaz");
    }

    private void approve(List<JournalEntry> entries, String duty, SignedIn person) {
        story.run(
                practice,
                () -> entries.stream()
                        .filter(entry -> entry.duty().equals(duty) && entry.kind() == Kind.PROPOSED)
                        .forEach(entry -> approvals.approve(duty, entry.key(), person)));
    }

    private List<ClaimStatus> statuses() {
        return story.in(practice, () -> claims.list(ClaimFilter.all())).stream()
                .map(Claim::status)
                .toList();
    }

    private Batch batch() {
        return story.in(practice, () -> claims.batches(1)).getFirst();
    }
}
