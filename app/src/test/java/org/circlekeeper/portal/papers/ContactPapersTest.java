package org.circlekeeper.portal.papers;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.Map;
import java.util.Objects;
import org.circlekeeper.access.Role;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Recipient.Outside;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a member says of how we may contact them holds as soon as they have signed it. */
@PracticeTest
class ContactPapersTest {

    private static final String HOME = "ana@home.example";
    private static final String SISTER = "rosa@sister.example";
    private static final int MOST_PAGES = 30;

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPapers starter;

    @Autowired
    MemberPapers papers;

    @Autowired
    Patients patients;

    @Autowired
    Reaches reaches;

    @Autowired
    Rounds rounds;

    @Autowired
    Journal journal;

    @Autowired
    MockMvcTester browser;

    private Made made;
    private PaperVisitor member;

    @BeforeEach
    void a_member_with_an_address_on_record_of_whom_nobody_has_asked_about_e_mail() {
        made = own.made();
        any.run(made.practice(), () -> patients.change(at(HOME), TESTER, "test"));
        starter.give(made, made.member());
        member = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, made.member())));
        member.sign(paper("electronic-business"));
    }

    @Test
    void whoever_allows_e_mail_in_it_is_written_to_from_then_on_and_whoever_takes_it_back_no_more() {
        assertThat(outside()).isInstanceOf(Outside.None.class);
        sign(Map.of("email", "true", "email-address", "Ana@Home.example"));
        assertThat(outside()).isEqualTo(new Outside.Email(HOME, false));
        assertThat(asked()).isEmpty();

        member.pages().post(PaperVisitor.href(paper("contact-consent")) + "/withdrawal");
        assertThat(paper("contact-consent").status()).isEqualTo(PaperStatus.DECLINED);
        assertThat(outside()).isEqualTo(new Outside.None("They do not want e-mail."));
    }

    @Test
    void whoever_says_no_to_e_mail_in_it_is_written_to_no_more_whatever_they_said_before() {
        any.run(made.practice(), () -> reaches.sayAboutEmail(made.member(), true, TESTER));
        assertThat(outside()).isInstanceOf(Outside.Email.class);
        sign(Map.of("email", "false"));
        assertThat(outside()).isEqualTo(new Outside.None("They do not want e-mail."));
    }

    @Test
    void another_address_than_the_one_on_record_is_asked_about_and_neither_is_written_to_until_then() {
        any.run(made.practice(), () -> reaches.sayAboutEmail(made.member(), true, TESTER));
        sign(Map.of("email", "true", "email-address", "ana@new.example"));
        assertThat(outside()).isInstanceOf(Outside.None.class);
        assertThat(asked()).contains("allows e-mail to another address");

        any.run(made.practice(), () -> patients.change(at("ana@new.example"), TESTER, "test"));
        assertThat(outside()).isEqualTo(new Outside.Email("ana@new.example", false));
        assertThat(asked()).isEmpty();
    }

    @Test
    void i07_a_way_or_place_that_it_names_goes_before_all_else_and_a_person_is_asked_to_read_it() {
        any.run(made.practice(), () -> reaches.sayAboutEmail(made.member(), true, TESTER));
        sign(Map.of(
                "email", "true", "email-address", HOME, "other-way", "true", "other-place", "By post to my sister"));
        assertThat(outside()).isInstanceOf(Outside.None.class);
        assertThat(asked()).contains("a way or at a place that they name");

        var office = own.staff(made, Role.COORDINATOR, browser);
        var page = "/patients/" + made.member() + "/writing";
        assertThat(office.page(page)).contains("By post to my sister");
        assertThat(office.post(page + "/address", "means", "INBOX")).hasStatus(303);
        assertThat(asked()).as("a person has read it").isEmpty();
        assertThat(office.page(page)).as("the words stay").contains("By post to my sister");
    }

    @Test
    void i07_an_address_that_it_names_as_the_only_one_is_written_to_instead_of_the_one_on_record() {
        any.run(made.practice(), () -> reaches.sayAboutEmail(made.member(), true, TESTER));
        sign(Map.of("email", "true", "email-address", HOME, "other-way", "true", "other-place", SISTER));
        assertThat(outside()).isEqualTo(new Outside.Email(SISTER, true));
        assertThat(asked()).isEmpty();
    }

    /** Signs it with these answers, and a no to all else. */
    private void sign(Map<String, String> said) {
        var paper = paper("contact-consent");
        var page = PaperVisitor.href(paper) + "/pages/1";
        for (int i = 0; i < MOST_PAGES && !page.endsWith("/whole"); i++) {
            var fields = PaperVisitor.answers(member.pages().page(page));
            for (int field = 0; field < fields.length; field += 2) {
                fields[field + 1] = said.getOrDefault(fields[field], fields[field + 1]);
            }
            var sent = member.pages().post(page, fields);
            assertThat(sent).as(page).hasStatus(303);
            page = Objects.requireNonNull(sent.getResponse().getHeader("Location"));
        }
        member.signWhole(paper, "Person One");
    }

    private Patient at(String email) {
        var known = patients.find(made.member()).orElseThrow();
        return new Patient(
                known.id(),
                known.externalId(),
                known.name(),
                known.birthDate(),
                known.sex(),
                email,
                known.phone(),
                known.address(),
                known.active());
    }

    private Outside outside() {
        return any.in(made.practice(), () -> reaches.recipient(made.member()).orElseThrow())
                .outside();
    }

    /** What the office is asked about where to write. */
    private String asked() {
        rounds.makeOnly(made.practice(), "ask-where-to-write");
        return any.in(made.practice(), journal::open).stream()
                .filter(one -> one.duty().equals("ask-where-to-write"))
                .map(JournalEntry::question)
                .collect(joining(" "));
    }

    private Paper paper(String form) {
        return starter.paper(made, made.member(), form);
    }
}
