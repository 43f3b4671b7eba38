package org.circlekeeper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Clearances;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Before a seat is given it is said which of its papers are missing, and whether the fee policy is known. */
@PracticeTest
class PapersOfASeatTest {

    private static final Asked FEES = new Asked(FeePolicy.FORM, 1, Language.EN, "Fees and absences", Need.REQUIRED);

    @Autowired
    AnyPractice any;

    @Autowired
    Groups groups;

    @Autowired
    Rosters rosters;

    @Autowired
    StarterPacket starter;

    @Autowired
    MemberPapers papers;

    @Autowired
    Tongues tongues;

    @Autowired
    Practices practices;

    private PracticeId practice;
    private GroupId circle;
    private PatientId kim;

    @BeforeEach
    void a_group_and_somebody_without_a_seat() {
        practice = any.open();
        kim = any.patient(practice);
        any.run(practice, () -> {
            var type = groups.type("Open group", ProcedureCode.GROUP_PSYCHOTHERAPY, false);
            circle = groups.found(
                    type, "Circle", 10, any.leader(practice), DateRange.from(LocalDate.of(2026, 11, 1)), TESTER);
        });
    }

    @Test
    void a_practice_without_papers_is_told_of_none() {
        assertThat(against()).isEmpty();
    }

    @Test
    void the_missing_papers_are_named_and_the_fee_policy_by_itself_and_the_seat_is_given_all_the_same() {
        any.run(practice, () -> {
            starter.use(TESTER);
            tongues.say(kim, "en", TESTER);
        });

        var against = against();
        assertThat(against).extracting(Finding::code).containsExactly("papers-to-come", "fee-policy-open");
        assertThat(against).extracting(Finding::weight).containsOnly(Finding.Weight.WARNS);
        assertThat(against.getFirst().because().sentence())
                .contains("that Circle asks for are missing: ", "privacy practices", "confidentiality");
        assertThat(against.getFirst().remedy()).contains("leaves a place for");
        assertThat(against.getLast().remedy()).contains("it is among the papers of this seat");
        assertThat(any.in(practice, () -> rosters.admit(asked(), TESTER))).isInstanceOf(Rosters.Joined.Seated.class);
    }

    @Test
    void whoever_reads_an_unknown_language_gets_no_papers_and_it_is_said() {
        any.run(practice, () -> starter.use(TESTER));

        assertThat(against().getFirst().remedy()).contains("language");
    }

    @Test
    void a_fee_policy_that_was_let_pass_is_known() {
        any.run(practice, () -> {
            starter.use(TESTER);
            papers.give(kim, FEES, TESTER);
        });
        assertThat(codes()).contains("fee-policy-open");

        any.run(practice, () -> {
            var open = papers.of(kim).getFirst();
            assertThat(papers.waive(open.id(), "Signed at another office", TESTER))
                    .isTrue();
        });
        assertThat(codes()).contains("papers-to-come").doesNotContain("fee-policy-open");
    }

    @Test
    void a_signed_fee_policy_that_ran_out_is_known_no_more() {
        var today = any.in(practice, () -> practices.today());
        var signed = paper(PaperStatus.SIGNED, today);

        assertThat(FeePolicy.isAcknowledged(List.of(signed), today)).isTrue();
        assertThat(FeePolicy.isAcknowledged(List.of(signed), today.plusDays(1))).isFalse();
        assertThat(FeePolicy.isAcknowledged(List.of(paper(PaperStatus.DECLINED, today)), today))
                .isFalse();
        assertThat(FeePolicy.isAcknowledged(List.of(paper(PaperStatus.WITHDRAWN, today)), today))
                .isFalse();
    }

    private Paper paper(PaperStatus status, LocalDate until) {
        var asked = new Asked(new FormId("fees-and-absences"), 1, Language.EN, "Fees and absences", Need.REQUIRED);
        var at = Instant.EPOCH;
        return asked.paper(new PaperId(new UUID(0, 1)), kim, null, "test", at)
                .under(new UUID(0, 2), until)
                .standing(status, "", "test", at);
    }

    private List<String> codes() {
        return against().stream().map(Finding::code).toList();
    }

    /** Without what is missing in their insurance. */
    private List<Finding> against() {
        return Clearances.besideInsurance(any.in(practice, () -> rosters.clearance(asked())));
    }

    private Admission asked() {
        return new Admission(circle, kim, DateRange.from(practices.today()));
    }
}
