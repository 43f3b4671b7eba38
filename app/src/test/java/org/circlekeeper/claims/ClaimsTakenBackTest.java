package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.assistant.StepRefused;
import org.circlekeeper.audit.AuditEntry;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Claims of visits that are taken back themselves: they go, and the trail says what went. */
@PracticeTest
class ClaimsTakenBackTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private AuditTrail audit;

    private PracticeId practice;
    private SessionId session;
    private PatientId ana;
    private PatientId ben;

    @BeforeEach
    void one_claim_that_is_ready_and_one_that_is_held() {
        practice = story.open();
        var group = story.group(practice, "Monday Circle", false);
        ana = story.member(practice, group, "BRHP1");
        ben = story.member(practice, group, null);
        session = story.session(practice, group, MONDAY, 9);
        story.held(practice, session, List.of(ana, ben));
        story.scheduledRound(practice, Trust.ACT);
    }

    @Test
    void the_trail_keeps_the_number_of_each_and_how_it_stood() {
        var gone = all();
        assertThat(gone).extracting(Claim::status).containsExactlyInAnyOrder(ClaimStatus.READY, ClaimStatus.HELD);

        takeBack();

        assertThat(all()).isEmpty();
        assertThat(entries(ana)).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("session " + session);
            assertThat(entry.actorLabel()).isEqualTo(BilledPractice.DANA.label());
            assertThat(entry.patients()).containsExactlyInAnyOrder(ana.value(), ben.value());
            assertThat(entry.why())
                    .contains(gone.stream()
                            .map(claim -> claim.number() + " " + claim.status().onScreen())
                            .toList())
                    .endsWith("never filed: import undone");
        });
    }

    @Test
    void once_one_of_them_was_filed_all_of_them_stay() {
        story.in(practice, () -> claims.release(List.<UUID>of(), BilledPractice.DANA));
        var before = all();

        assertThatExceptionOfType(StepRefused.class).isThrownBy(this::takeBack);

        assertThat(all()).isEqualTo(before).hasSize(2);
        assertThat(entries(ben)).isEmpty();
    }

    private void takeBack() {
        story.run(practice, () -> claims.takeBack(List.of(session), "import undone", BilledPractice.DANA));
    }

    private List<Claim> all() {
        return story.in(practice, () -> claims.list(ClaimFilter.all()));
    }

    private List<AuditEntry> entries(PatientId patient) {
        return story.in(practice, () -> audit.entriesAbout(patient.value())).stream()
                .filter(entry -> entry.what().equals("took back claims"))
                .toList();
    }
}
