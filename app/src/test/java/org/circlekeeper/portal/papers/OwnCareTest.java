package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.LocalDate;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnCare;
import org.circlekeeper.portal.OwnCares;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A minor who consents to their own care: their parent's access ends, and they sign themselves. */
@PracticeTest
class OwnCareTest {

    private static final LocalDate THIRTEEN = LocalDate.of(2013, 11, 23);
    private static final OwnCare.Consent CONSENT =
            new OwnCare.Consent(LocalDate.of(2026, 11, 23), "paper", OwnCare.Parents.END, "As counsel said", "");
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
    OwnCares cares;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient db;

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
    void a_minor_of_thirteen_in_washington_consents_and_with_that_decides_instead_of_the_parent() {
        var mila = families.minor(made, THIRTEEN, "WA");
        starter.give(made, mila);
        var mother = families.comeIn(made, families.parent(made, mila, "Lena"), browser);
        mother.sign(starter.paper(made, mila, ELECTRONIC));
        mother.sign(starter.paper(made, mila, AGREEMENT));
        var herself = member(mila);
        assertThat(herself.whole(starter.paper(made, mila, "fees-and-absences")))
                .contains("You are not of age yet");
        assertThat(office.page(page(mila)))
                .contains("from Mon 23 Nov 2026 on, when they are 13", "RCW 71.34.530", "Nobody has checked this rule");

        var recorded = record(mila, "2026-11-23");

        assertThat(recorded).hasStatus(303);
        assertThat(office.after(recorded)).contains("1 person acts for them no more. 2 papers are asked of them anew.");
        assertThat(mother.pages().ask("/portal")).redirectedUrl().isEqualTo("/portal/whom");
        assertThat(mother.pages().page("/portal/whom"))
                .contains("Nobody to act for")
                .doesNotContain("Mila");
        assertThat(any.in(made.practice(), () -> papers.of(mila)))
                .filteredOn(paper -> paper.status() == PaperStatus.RAN_OUT)
                .extracting(paper -> paper.form().value())
                .containsExactlyInAnyOrder(ELECTRONIC, AGREEMENT);
        herself = member(mila);
        herself.sign(starter.paper(made, mila, ELECTRONIC));
        herself.sign(starter.paper(made, mila, AGREEMENT));
        assertThat(starter.paper(made, mila, AGREEMENT).status()).isEqualTo(PaperStatus.SIGNED);
        assertThat(any.in(made.practice(), () -> audit.entriesAbout(mila.value())))
                .anyMatch(entry -> entry.toString().contains("recorded that a minor consented to their own care"));
    }

    @Test
    void a_parent_acts_again_only_when_the_minor_asks_for_them_and_signs_nothing() {
        var mila = families.minor(made, THIRTEEN, "WA");
        starter.give(made, mila);
        record(mila, "2026-11-23");

        var refused = grant(mila, false);
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains("a parent acts for them only when they ask for it", "Lena Vogt");
        assertThat(grant(mila, true)).hasStatus(303);

        var proxy = any.in(made.practice(), () -> proxies.of(mila)).getFirst();
        var mother = families.comeIn(made, proxy, browser);
        assertThat(mother.pages().page("/portal")).contains("You are here for Mila Vogt");
        assertThat(mother.whole(starter.paper(made, mila, ELECTRONIC)))
                .contains("The member decides about their care and signs this themselves.");
    }

    @Test
    void who_is_too_young_or_lives_where_nothing_is_written_down_stays_with_the_parent() {
        var young = families.minor(made, THIRTEEN.plusDays(1), "WA");
        assertThat(office.page(page(young))).contains("from Tue 24 Nov 2026 on").doesNotContain("Record it");
        var early = record(young, "2026-11-23");
        assertThat(early).hasStatus(422);
        assertThat(early).bodyText().contains("By the rule they may from Tue 24 Nov 2026 on.");

        var texan = families.minor(made, THIRTEEN, "TX");
        var parent = families.parent(made, texan, "Emil");
        assertThat(office.page(page(texan))).contains("in TX is not written down here, and so a parent decides");
        assertThat(record(texan, "2026-11-23")).hasStatus(422);
        assertThat(any.in(
                        made.practice(),
                        () -> proxies.of(texan, parent.id()).orElseThrow().ended()))
                .isNull();
        assertThat(record(made.member(), "2026-11-23"))
                .hasStatus(422)
                .bodyText()
                .contains("They are of age since");
        assertThat(record(young, "2027-01-01")).bodyText().contains("Nobody has consented on a day to come.");
    }

    @Test
    void the_owner_writes_down_what_counsel_says_and_it_holds_from_then_on() {
        var owner = own.staff(made, Role.OWNER, browser);
        var rules = "/settings/minors/rules";
        assertThat(owner.page("/settings")).contains("href=\"/settings/minors\"");
        assertThat(owner.page("/settings/minors")).contains("RCW 71.34.530", "not checked");
        assertThat(office.ask("/settings/minors")).hasStatus(403);
        var wrong = owner.post(rules, "state", "ZZ", "topic", "OWN_CARE", "age", "9", "verified", "2027-01-01");
        assertThat(wrong).hasStatus(422);
        assertThat(wrong)
                .bodyText()
                .contains("Choose the state.", "Write an age from 10 to 21.", "Write where it stands", "a day to come");
        assertThat(owner.post(rules, "state", "TX", "topic", "MAJORITY", "source", "counsel"))
                .bodyText()
                .contains("everybody comes of age at some time");

        var texan = families.minor(made, THIRTEEN, "TX");
        var kept = owner.post(
                rules,
                "state",
                "TX",
                "topic",
                "OWN_CARE",
                "age",
                "13",
                "source",
                "Letter of counsel",
                "verified",
                "2026-11-20");
        assertThat(owner.after(kept)).contains("It holds from now on", "TX: a member consents", "Letter of counsel");
        assertThat(office.page(page(texan))).contains("Letter of counsel");
        assertThat(record(texan, "2026-11-23")).hasStatus(303);

        assertThat(owner.after(owner.post(rules + "/end", "state", "TX", "topic", "OWN_CARE")))
                .contains("What is shipped holds again.");
        assertThat(owner.after(owner.post(rules + "/end", "state", "TX", "topic", "OWN_CARE")))
                .contains("There is no such rule of yours any more.");
        assertThat(any.in(made.practice(), () -> cares.of(texan))).isPresent();
    }

    @Test
    void what_is_taken_back_lets_nobody_in_by_itself() {
        var mila = families.minor(made, THIRTEEN, "WA");
        var parent = families.parent(made, mila, "Lena");
        record(mila, "2026-11-23");
        assertThat(record(mila, "2026-11-23")).bodyText().contains("It is recorded already.");
        assertThat(office.post(page(mila) + "/own-care/end")).hasStatus(422);

        assertThat(office.after(office.post(page(mila) + "/own-care/end", "why", "A slip")))
                .contains("is granted it anew");

        assertThat(any.in(
                        made.practice(),
                        () -> proxies.of(mila, parent.id()).orElseThrow().ended()))
                .isNotNull();
        assertThat(any.in(made.practice(), () -> cares.of(mila))).isEmpty();
        assertThat(office.after(office.post(page(mila) + "/own-care/end", "why", "again")))
                .contains("It did not stand any more.");
        var leader = own.staff(made, Role.THERAPIST, browser);
        assertThat(leader.post(page(mila) + "/own-care", "from", "2026-11-23", "document", "paper", "parents", "END"))
                .hasStatus(403);
    }

    /** Whoever was let in while the consent was recorded stands no more either. */
    @Test
    void a_parent_who_was_granted_access_at_the_same_moment_does_not_stand() {
        var mila = families.minor(made, THIRTEEN, "WA");
        var parent = families.parent(made, mila, "Lena");
        any.run(made.practice(), () -> cares.record(families.of(mila), CONSENT, TESTER));
        assertThat(any.in(
                        made.practice(),
                        () -> db.sql("update portal.proxy set ended_by = null, ended_at = null,"
                                        + " ended_why = null where patient_id = :mila")
                                .param("mila", mila.value())
                                .update()))
                .as("as whoever granted it at the same moment leaves it")
                .isOne();

        var late = any.in(made.practice(), () -> proxies.of(mila, parent.id()).orElseThrow());
        assertThat(late.ended()).isNull();
        assertThat(late.ofAge()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(late.standsOn(LocalDate.of(2026, 11, 23))).isFalse();
    }

    private MvcTestResult record(PatientId member, String from) {
        return office.post(
                page(member) + "/own-care",
                "from",
                from,
                "document",
                "Signed sheet, cabinet 3",
                "parents",
                "END",
                "parentsWhy",
                "As counsel said");
    }

    private MvcTestResult grant(PatientId member, boolean asked) {
        return office.post(
                page(member) + "/proxies",
                "name",
                "Lena Vogt",
                "email",
                "lena@home.example",
                "agreed",
                "yes",
                "asked",
                asked ? "yes" : "",
                "relation",
                "PARENT",
                "part-SCHEDULE",
                "yes",
                "part-FORMS",
                "yes",
                "document",
                "Birth certificate",
                "from",
                "2026-11-01");
    }

    private PaperVisitor member(PatientId member) {
        return new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, member)));
    }

    private static String page(PatientId member) {
        return "/patients/" + member + "/portal";
    }
}
