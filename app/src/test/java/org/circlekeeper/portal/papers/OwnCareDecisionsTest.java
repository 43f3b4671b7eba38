package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Need;
import org.circlekeeper.intake.Consents;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What becomes of parents and of papers when a minor consents to their own care, and what a person decides of it. */
@PracticeTest
class OwnCareDecisionsTest {

    private static final LocalDate THIRTEEN = LocalDate.of(2013, 11, 23);
    private static final String ELECTRONIC = "electronic-business";
    private static final String AGREEMENT = "group-confidentiality";

    @Autowired
    OwnPages own;

    @Autowired
    Families families;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    MemberPapers papers;

    @Autowired
    Proxies proxies;

    @Autowired
    Consents consents;

    @Autowired
    MockMvcTester browser;

    private Made made;
    private Visitor office;

    @BeforeEach
    void a_practice() {
        made = own.made();
        office = own.staff(made, Role.COORDINATOR, browser);
    }

    @Test
    void the_owner_makes_no_child_an_adult_by_a_slip_and_writes_rules_of_every_state_and_territory() {
        var owner = own.staff(made, Role.OWNER, browser);
        var rules = "/settings/minors/rules";
        assertThat(owner.post(rules, "state", "WA", "topic", "MAJORITY", "age", "13", "source", "counsel"))
                .hasStatus(422)
                .bodyText()
                .contains("write 18 to 21", "or choose that a member consents");
        assertThat(owner.post(rules, "state", "WA", "topic", "", "age", "13", "source", "counsel"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose what it is about.");
        assertThat(owner.after(owner.post(rules, "state", "PR", "topic", "MAJORITY", "age", "21", "source", "counsel")))
                .contains("PR: a member decides for themselves from 21");
    }

    @Test
    void a_rule_with_a_condition_is_recorded_with_whoever_found_that_it_is_met() {
        var mila = families.minor(made, THIRTEEN, "CA");
        assertThat(office.page(page(mila))).contains("Who found that it is so: who is mature enough");
        var parent = families.parent(made, mila, "Lena");

        var unasked = record(mila, "2026-11-23");
        assertThat(unasked).hasStatus(422);
        assertThat(unasked).bodyText().contains("Write who of the treating professionals found that it is so");
        assertThat(standing(mila, parent)).isTrue();

        assertThat(record(mila, "2026-11-23", "parents", "END", "parentsWhy", "counsel", "found", "Dana Whitfield"))
                .hasStatus(303);
        assertThat(office.page(page(mila))).contains("That the condition is met found: Dana Whitfield.");
    }

    @Test
    void whether_parents_still_see_is_chosen_with_a_reason_and_who_stays_signs_nothing() {
        var mila = families.minor(made, THIRTEEN, "WA");
        starter.give(made, mila);
        var parent = families.parent(made, mila, "Lena");
        var mother = families.comeIn(made, parent, browser);
        var silent = office.post(page(mila) + "/own-care", "from", "2026-11-23", "document", "sheet");
        assertThat(silent).hasStatus(422);
        assertThat(silent).bodyText().contains("Choose what becomes of those", "Write why, as in what counsel said.");

        assertThat(record(mila, "2026-11-23", "parents", "STAY", "parentsWhy", "Counsel: they may see it"))
                .hasStatus(303);

        assertThat(standing(mila, parent)).isTrue();
        assertThat(mother.pages().page("/portal")).contains("You are here for Mila Vogt");
        assertThat(mother.whole(starter.paper(made, mila, ELECTRONIC)))
                .contains("The member decides about their care and signs this themselves.");
        assertThat(office.page(page(mila))).contains("sign nothing: Counsel: they may see it.");
    }

    @Test
    void what_a_parent_half_signed_or_refused_is_asked_of_the_member_as_a_fresh_paper() {
        var mila = families.minor(made, THIRTEEN, "WA");
        starter.give(made, mila);
        own.staff(made, Role.OWNER, browser).post("/forms/" + AGREEMENT + "/signers", "two", "yes");
        var mother = families.comeIn(made, families.parent(made, mila, "Lena"), browser);
        mother.sign(starter.paper(made, mila, ELECTRONIC));
        var half = starter.paper(made, mila, AGREEMENT);
        mother.sign(half);
        var refused = starter.paper(made, mila, "fees-and-absences");
        any.run(made.practice(), () -> papers.refuse(refused.id(), "We will not pay", TESTER));
        assertThat(starter.paper(made, mila, AGREEMENT).status()).isEqualTo(PaperStatus.WAITING_FOR_SECOND);

        assertThat(office.after(record(mila, "2026-11-23"))).contains("3 papers are asked of them anew.");

        for (var old : List.of(half, refused)) {
            var fresh = starter.paper(made, mila, old.form().value());
            assertThat(fresh.id()).isNotEqualTo(old.id());
            assertThat(fresh.status()).isEqualTo(PaperStatus.TO_DO);
        }
        var herself = member(mila);
        herself.sign(starter.paper(made, mila, ELECTRONIC));
        herself.sign(starter.paper(made, mila, AGREEMENT));
        assertThat(starter.paper(made, mila, AGREEMENT).status()).isEqualTo(PaperStatus.SIGNED);
    }

    @Test
    void what_a_minor_signed_runs_out_when_their_consent_to_care_is_taken_back() {
        var mila = families.minor(made, THIRTEEN, "WA");
        starter.give(made, mila);
        record(mila, "2026-11-23");
        var herself = member(mila);
        herself.sign(starter.paper(made, mila, ELECTRONIC));
        herself.sign(starter.paper(made, mila, AGREEMENT));

        assertThat(office.after(office.post(page(mila) + "/own-care/end", "why", "It was her sister")))
                .contains("2 papers are asked of a guardian anew.");

        assertThat(starter.paper(made, mila, AGREEMENT).status()).isEqualTo(PaperStatus.TO_DO);
        assertThat(any.in(made.practice(), () -> papers.of(mila)))
                .filteredOn(paper -> paper.status() == PaperStatus.RAN_OUT)
                .extracting(paper -> paper.form().value())
                .containsExactlyInAnyOrder(ELECTRONIC, AGREEMENT);
    }

    /** 42 CFR 2.14 asks whether a minor may obtain treatment of substance use alone: no such rule is written down. */
    @Test
    void a_consent_under_part_2_stays_the_parents_word_and_is_not_the_minors_to_give() {
        var mila = families.minor(made, THIRTEEN, "WA");
        starter.give(made, mila);
        var mother = families.comeIn(made, families.parent(made, mila, "Lena"), browser);
        mother.sign(starter.paper(made, mila, ELECTRONIC));
        var consent = starter.give(made, mila, "part2-consent", Need.OFFERED);
        mother.answerAll(consent);
        for (var answer : Map.of("ends", "none", "scope", "tpo").entrySet()) {
            var question = answer.getKey();
            mother.pages()
                    .post(PaperVisitor.href(consent) + "/pages/1", "~asked", question, question, answer.getValue());
        }
        mother.signWhole(consent, "Lena Vogt");
        assertThat(office.page(page(mila))).contains("42 CFR 2.14", "Ask your counsel");

        record(mila, "2026-11-23");

        assertThat(starter.paper(made, mila, "part2-consent").status()).isEqualTo(PaperStatus.SIGNED);
        assertThat(any.in(made.practice(), () -> consents.part2(mila)))
                .singleElement()
                .satisfies(one -> assertThat(one.revokedOn()).isNull());
    }

    private boolean standing(PatientId member, Proxy parent) {
        return any.in(made.practice(), () -> proxies.of(member, parent.id()).orElseThrow())
                .standsOn(LocalDate.of(2026, 11, 23));
    }

    private MvcTestResult record(PatientId member, String from) {
        return record(member, from, "parents", "END", "parentsWhy", "As counsel said");
    }

    private MvcTestResult record(PatientId member, String from, String... more) {
        var typed = Stream.concat(Stream.of("from", from, "document", "Signed sheet, cabinet 3"), Stream.of(more))
                .toArray(String[]::new);
        return office.post(page(member) + "/own-care", typed);
    }

    private PaperVisitor member(PatientId member) {
        return new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, member)));
    }

    private static String page(PatientId member) {
        return "/patients/" + member + "/portal";
    }
}
