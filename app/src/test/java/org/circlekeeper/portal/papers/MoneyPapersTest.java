package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.finance.Estimate;
import org.circlekeeper.finance.EstimateReason;
import org.circlekeeper.finance.Estimates;
import org.circlekeeper.finance.OpenEstimates;
import org.circlekeeper.finance.Owed;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What papers say of money is the same that is kept where money is. */
@PracticeTest
class MoneyPapersTest {

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    Payers payers;

    @Autowired
    Estimates estimates;

    @Autowired
    OpenEstimates open;

    @Autowired
    MockMvcTester browser;

    private Made made;
    private PaperVisitor member;

    @BeforeEach
    void a_member_without_insurance_who_was_given_the_starter_packet() {
        made = own.made();
        any.run(
                made.practice(),
                () -> payers.charge(
                        ProcedureCode.GROUP_PSYCHOTHERAPY, LocalDate.of(2026, 1, 1), Money.dollars("65.00")));
        own.session(made.practice(), made.group(), Instant.parse("2026-12-15T16:00:00Z"));
        starter.give(made, made.member());
        member = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, made.member())));
        member.sign(paper("electronic-business"));
    }

    @Test
    void an_estimate_that_was_signed_among_the_papers_is_given_and_no_second_one_is_asked_for() {
        assertThat(owed()).extracting(Owed::reason).containsExactly(EstimateReason.SCHEDULED);
        var paper = paper("good-faith-estimate");
        member.answerAll(paper);
        assertThat(member.whole(paper)).contains("2 at $65.00 each", "$130.00");
        assertThat(estimates()).as("before it is signed").isEmpty();

        member.signWhole(paper, "Person One");
        assertThat(owed()).isEmpty();
        assertThat(estimates()).singleElement().satisfies(one -> {
            assertThat(one.isGiven()).isTrue();
            assertThat(one.group()).isEqualTo(made.group());
            assertThat(one.contents().sessions().total()).isEqualTo(Money.dollars("130.00"));
        });
        assertThat(any.in(made.practice(), () -> open.of(made.member())).watched())
                .as("what is charged is measured by it")
                .hasSize(1);
    }

    @Test
    void whoever_wants_no_plan_to_be_billed_asks_for_an_estimate_by_that() {
        var card = paper("insurance-card");
        member.answerAll(card);
        assertThat(member.whole(card)).contains("[X] No");
        assertThat(owed()).extracting(Owed::reason).containsExactly(EstimateReason.SCHEDULED);

        member.pages().post(PaperVisitor.href(card) + "/hand-in");
        assertThat(owed()).extracting(Owed::reason).containsExactly(EstimateReason.ASKED);
    }

    private List<Owed> owed() {
        return any.in(made.practice(), () -> open.of(made.member())).owed();
    }

    private List<Estimate> estimates() {
        return any.in(made.practice(), () -> estimates.of(made.member()));
    }

    private Paper paper(String form) {
        return starter.paper(made, made.member(), form);
    }
}
