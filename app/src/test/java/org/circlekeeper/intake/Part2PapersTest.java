package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A signed Part 2 consent lets claims go on; a withdrawn one stops what has not left (I9). */
@PracticeTest
class Part2PapersTest {

    @Autowired
    AnyPractice any;

    @Autowired
    MemberPapers papers;

    @Autowired
    Consents consents;

    @Autowired
    Practices practices;

    @Test
    void i09_a_consent_counts_from_its_signature_until_it_is_withdrawn() {
        var practice = any.open();
        var member = any.patient(practice);
        any.run(
                practice,
                () -> papers.give(
                        member, new Asked(Part2Papers.FORM, 1, Language.EN, "Part 2 consent", Need.REQUIRED), TESTER));
        assertThat(covered(practice, member)).isFalse();
        var paper = any.in(practice, () -> papers.of(member)).getFirst().id();

        any.run(practice, () -> papers.signed(paper, UUID.randomUUID(), null, TESTER));
        assertThat(covered(practice, member)).isTrue();

        any.run(practice, () -> papers.withdraw(paper, "In writing", TESTER));
        assertThat(covered(practice, member)).isFalse();
    }

    private boolean covered(PracticeId practice, PatientId member) {
        return any.in(practice, () -> {
            LocalDate today = practices.today();
            return consents.part2(member).stream().anyMatch(consent -> consent.covers(today));
        });
    }
}
