package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.access.Role;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.Need;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.ShutSeats;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.signing.SignatureStatus;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.terms.PostalAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever has signed, or said no, may think again: alone, or as one of two guardians. */
@PracticeTest
class ChangedMindsTest {

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    Families families;

    @Autowired
    Rosters rosters;

    @Autowired
    ShutSeats shut;

    @Autowired
    Signatures signatures;

    @Autowired
    Proxies proxies;

    @Autowired
    Patients patients;

    @Autowired
    MockMvcTester browser;

    private Made made;
    private PatientId mila;
    private PaperVisitor mother;
    private PaperVisitor father;

    @BeforeEach
    void two_parents_of_a_minor_who_was_given_the_starter_packet() {
        made = own.made();
        mila = families.minor(made);
        starter.give(made, mila);
        mother = families.comeIn(made, families.parent(made, mila, "Lena"), browser);
        father = families.comeIn(made, families.parent(made, mila, "Emil"), browser);
    }

    @Test
    void whoever_takes_back_that_papers_may_be_electronic_is_expected_as_before_and_may_agree_again() {
        starter.give(made, made.member());
        var member = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, made.member())));
        var electronic = starter.paper(made, made.member(), "electronic-business");
        member.sign(electronic);
        starter.waiveAll(made, made.member());
        assertThat(isShut(made.member())).isFalse();

        member.pages().post(PaperVisitor.href(electronic) + "/withdrawal");
        assertThat(isShut(made.member())).isFalse();
        var now = starter.paper(made, made.member(), "electronic-business");
        assertThat(now.status()).isEqualTo(PaperStatus.DECLINED);
        member.sign(now);
        assertThat(starter.paper(made, made.member(), "electronic-business").status())
                .isEqualTo(PaperStatus.SIGNED);
    }

    @Test
    void one_parent_s_word_about_electronic_papers_is_taken_back_and_the_other_s_stands() {
        mother.sign(paper("electronic-business"));
        father.signWhole(paper("electronic-business"), "Emil Vogt");
        mother.pages().post(PaperVisitor.href(paper("electronic-business")) + "/withdrawal");

        var now = paper("electronic-business");
        var href = PaperVisitor.href(now);
        assertThat(toDo(father)).doesNotContain(href);
        assertThat(father.pages().ask(href + "/whole")).redirectedUrl().isEqualTo(href + "/done");
        assertThat(father.pages().page(href + "/done")).contains("Take back what was signed");
        father.pages().post(href + "/withdrawal");
        assertThat(any.in(made.practice(), () -> signatures.of(mila)))
                .extracting(one -> one.status())
                .containsOnly(SignatureStatus.WITHDRAWN);
    }

    @Test
    void whoever_signed_first_of_two_takes_it_back_while_the_other_has_still_to_sign() {
        mother.sign(paper("electronic-business"));
        var agreement = paper("group-confidentiality");
        mother.sign(agreement);
        var href = PaperVisitor.href(agreement);
        assertThat(mother.pages().page(href + "/done")).contains("Take back what was signed");
        father.pages().post(href + "/withdrawal");
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.WAITING_FOR_SECOND);

        mother.pages().post(href + "/withdrawal");
        assertThat(paper("group-confidentiality").status()).isEqualTo(PaperStatus.TO_DO);
        assertThat(paper("group-confidentiality").id()).isNotEqualTo(agreement.id());
    }

    @Test
    void two_who_disagreed_both_sign_afresh_once_the_paper_is_asked_for_again() {
        mother.sign(paper("electronic-business"));
        father.signWhole(paper("electronic-business"), "Emil Vogt");
        var contact = paper("contact-consent");
        var href = PaperVisitor.href(contact);
        mother.answerAll(contact);
        mother.signWhole(contact, "Lena Vogt");
        father.pages().post(href + "/refusal", "why", "Not by e-mail");
        assertThat(paper("contact-consent").status()).isEqualTo(PaperStatus.REFUSED);

        var office = own.staff(made, Role.COORDINATOR, browser);
        office.post("/patients/" + mila + "/papers/" + contact.id() + "/again");
        assertThat(toDo(mother)).contains(href);
        assertThat(father.pages().post(href + "/pages/1", "email", "true")).hasStatus(303);
        father.answer(href + "/pages/2");
        father.signWhole(contact, "Emil Vogt");
        mother.signWhole(contact, "Lena Vogt");
        assertThat(paper("contact-consent").status()).isEqualTo(PaperStatus.SIGNED);
    }

    @Test
    void whoever_signs_for_a_minor_is_told_that_papers_wait_and_that_the_other_has_signed() {
        starter.give(made, mila, "gad-7", Need.OFFERED);
        var told = own.mails(made);
        assertThat(told).anyMatch(mail -> mail.contains("Lena@") && mail.contains("WAITS"));
        assertThat(told).noneMatch(mail -> mail.contains("Mila"));

        mother.sign(paper("electronic-business"));
        int before = own.mails(made).size();
        mother.sign(paper("group-confidentiality"));
        var since = own.mails(made).subList(before, own.mails(made).size());
        assertThat(since).singleElement().asString().contains("Emil@", "WAITS");
    }

    @Test
    void a_minor_declines_nothing_that_their_parents_have_to_sign() {
        var minor = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, mila)));
        var release = paper("release-of-information");
        assertThat(minor.whole(release)).doesNotContain("I do not want this");
        minor.pages().post(PaperVisitor.href(release) + "/declining", "why", "Nobody's business");
        assertThat(paper("release-of-information").status()).isEqualTo(PaperStatus.TO_DO);

        var measure = starter.give(made, mila, "gad-7", Need.OFFERED);
        minor.pages().post(PaperVisitor.href(measure) + "/declining", "why", "Not today");
        assertThat(paper("gad-7").status()).as("nobody signs a measure").isEqualTo(PaperStatus.DECLINED);
    }

    @Test
    void a_parent_s_access_ends_by_the_age_of_the_state_where_the_member_lives_now() {
        var grown = any.in(made.practice(), () -> {
            var before = patients.find(made.other()).orElseThrow();
            var young = living(before, LocalDate.of(2007, 11, 25), "MS");
            patients.change(young, TESTER, "test");
            return young.id();
        });
        var granted = families.parent(made, grown, "Ida");
        assertThat(granted.standsOn(LocalDate.of(2026, 11, 23))).isTrue();
        any.run(made.practice(), () -> {
            var moved = living(patients.find(grown).orElseThrow(), LocalDate.of(2007, 11, 25), "TN");
            patients.change(moved, TESTER, "They moved");
            assertThat(proxies.of(grown).getFirst().standsOn(LocalDate.of(2026, 11, 23)))
                    .isFalse();
        });
    }

    private static Patient living(Patient one, LocalDate born, String state) {
        return new Patient(
                one.id(),
                null,
                one.name(),
                born,
                "F",
                "",
                null,
                new PostalAddress("1 Any Street", "", "Anytown", state, "38101"),
                true);
    }

    private boolean isShut(PatientId member) {
        return any.in(
                made.practice(),
                () -> !shut.of(List.of(rosters.of(member).getFirst().id())).isEmpty());
    }

    private String toDo(PaperVisitor who) {
        var page = who.pages().page("/portal/papers");
        return page.substring(page.indexOf("id=\"wait\""), page.indexOf("id=\"there\""));
    }

    private Paper paper(String form) {
        return starter.paper(made, mila, form);
    }
}
