package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.claims.BilledPractice.DANA;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.intake.Asked;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.signing.AnySigning;
import org.circlekeeper.signing.Outcome;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.SigningPractice;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A member of a group for substance use: her claim waits for her word, goes on with it, and stops when she takes it
 * back.
 */
@PracticeTest
class Part2StoryTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final FormId CONSENT = new FormId("part2-consent");

    @Autowired
    BilledPractice billed;

    @Autowired
    SigningPractice signing;

    @Autowired
    MemberPapers papers;

    @Autowired
    Signatures signatures;

    @Autowired
    Claims claims;

    PracticeId practice;
    PatientId ana;

    @BeforeEach
    void a_session_to_which_she_came() {
        practice = billed.open();
        var group = billed.group(practice, "Recovery Circle", true);
        ana = billed.member(practice, group, "EVG01");
        var session = billed.session(practice, group, MONDAY, 6);
        billed.mark(practice, session, ana, Presence.PRESENT);
        billed.close(practice, session);
        billed.sign(practice, session, ana);
        billed.run(
                practice,
                () -> papers.give(ana, new Asked(CONSENT, 1, Language.EN, "Part 2 consent", Need.REQUIRED), DANA));
    }

    @Test
    void i09_her_claim_waits_for_her_consent_and_stops_when_she_takes_it_back() {
        round();
        assertThat(held()).containsExactly(List.of("part2-consent-missing"));

        var her = AnySigning.by(ana, "Ana Ruiz");
        signing.agrees(practice, her);
        var signature = signing.signed(practice, her.form(CONSENT.value()));
        billed.run(practice, () -> papers.signed(papers.of(ana).getFirst().id(), signature.value(), null, DANA));
        round();
        assertThat(held()).as("with her consent it goes on").isEmpty();
        assertThat(of(ClaimStatus.READY)).hasSize(1);

        billed.run(
                practice,
                () -> assertThat(signatures.withdraw(signature, "Ana Ruiz", "In writing", DANA))
                        .isInstanceOf(Outcome.Done.class));
        round();
        assertThat(of(ClaimStatus.READY)).isEmpty();
        assertThat(held()).containsExactly(List.of("part2-consent-missing"));
    }

    /** As the clock makes it: claims are prepared, and leave on a person's order alone. */
    private void round() {
        billed.scheduledRound(practice, Trust.ACT);
    }

    private List<List<String>> held() {
        return of(ClaimStatus.HELD).stream()
                .map(claim -> claim.findings().stream().map(Finding::code).toList())
                .toList();
    }

    private List<Claim> of(ClaimStatus status) {
        return billed.in(practice, () -> claims.list(ClaimFilter.of(status)));
    }
}
