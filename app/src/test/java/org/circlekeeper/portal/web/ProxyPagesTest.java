package org.circlekeeper.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.Document;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxies.Granted;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.terms.PersonName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who acts for a member sees them alone, in what was granted, until it ends. */
@PracticeTest
class ProxyPagesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Set<MemberPart> EVERYTHING =
            EnumSet.of(MemberPart.SCHEDULE, MemberPart.MESSAGES, MemberPart.FORMS);

    @Autowired
    OwnPages pages;

    @Autowired
    AnyPractice any;

    @Autowired
    Proxies proxies;

    @Autowired
    Accounts accounts;

    @Autowired
    Patients patients;

    @Autowired
    Documents documents;

    @Autowired
    MockMvcTester browser;

    @Autowired
    MovableClock clock;

    private Made made;
    private Visitor office;
    private String page;

    @BeforeEach
    void a_practice() {
        made = pages.made();
        office = pages.staff(made, Role.COORDINATOR, browser);
        page = "/patients/" + made.member() + "/portal";
    }

    @AfterEach
    void time_goes_back() {
        clock.moveTo(NOW);
    }

    @Test
    void it_is_granted_on_the_page_invited_and_ended_with_a_reason() {
        var wrong = office.post(page + "/proxies", "name", "Lena Vogt", "email", "lena@home.example");
        assertThat(wrong).hasStatus(422);
        assertThat(Visitor.text(wrong))
                .contains("Ask them first", "Choose why they may act", "Tick at least one", "Lena Vogt");

        assertThat(office.after(grant("REPRESENTATIVE"))).contains("Granted.", "Lena Vogt", "Not come in yet");
        assertThat(Visitor.text(grant("REPRESENTATIVE"))).contains("acts for them already");
        var invited = office.post(found(office.page(page), "action=\"([^\"]+/proxies/[^\"]+/invitation)\""));
        assertThat(Visitor.text(invited)).contains("Invitation for Lena Vogt", "The link goes by e-mail");

        var end = found(office.page(page), "action=\"([^\"]+/proxies/[^\"]+/end)\"");
        assertThat(office.post(end)).hasStatus(422);
        assertThat(office.after(office.post(end, "why", "The court ended it")))
                .contains("Ended. They see nothing", "The court ended it");
        assertThat(office.post(end, "why", "again")).hasStatus(404);
        var crossed = end.replace(made.member().toString(), made.other().toString());
        assertThat(office.post(crossed, "why", "crossed")).hasStatus(404);
    }

    @Test
    void whoever_is_to_sign_for_an_adult_is_granted_it_on_the_document_itself_and_it_is_kept() {
        var without = office.post(page + "/proxies", withForms());
        assertThat(without).hasStatus(422);
        assertThat(Visitor.text(without)).contains("Choose the document itself", "Lena Vogt");
        assertThat(Visitor.text(handedIn("GIF89a"))).contains("This is no PDF, JPEG or PNG");
        assertThat(files()).isEmpty();

        assertThat(handedIn("%PDF-1.7 invented")).hasStatus(303);
        assertThat(office.page(page)).contains("Power of attorney, cabinet 3 (kept here)");
        var kept = any.in(made.practice(), () -> proxies.of(made.member()))
                .getFirst()
                .authority();
        assertThat(files()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(kept);
            assertThat(one.kind()).isEqualTo(DocumentKind.AUTHORITY);
        });
        assertThat(handedIn("%PDF-1.7 once more")).hasStatus(422);
        assertThat(files()).filteredOn(one -> one.removed() == null).hasSize(1);
    }

    private List<Document> files() {
        return any.in(made.practice(), () -> documents.of(made.member().value()));
    }

    private static String[] withForms() {
        return new String[] {
            "name",
            "Lena Vogt",
            "email",
            "lena@home.example",
            "agreed",
            "yes",
            "relation",
            "REPRESENTATIVE",
            "part-FORMS",
            "yes",
            "document",
            "Power of attorney, cabinet 3",
            "from",
            "2026-11-01"
        };
    }

    private MvcTestResult handedIn(String file) {
        var request = browser.post()
                .uri(page + "/proxies")
                .multipart()
                .file(new MockMultipartFile(
                        "authority", "scan.pdf", "application/pdf", file.getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .cookie(new Cookie("circlekeeper", office.token()));
        var fields = withForms();
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    @Test
    void a_parent_of_an_adult_is_refused() {
        var answer = grant("PARENT");
        assertThat(answer).hasStatus(422);
        assertThat(Visitor.text(answer)).contains("of age since Thu 1 Jan 1998", "Lena Vogt");
    }

    @Test
    void whoever_acts_sees_that_member_alone_and_only_what_was_granted() {
        var lena = comeIn(given(made.member(), Proxy.Relation.REPRESENTATIVE, EnumSet.of(MemberPart.MESSAGES)));
        assertThat(lena.page("/portal"))
                .contains("You are here for " + pages.name(made, made.member()))
                .doesNotContain("Next session", pages.name(made, made.other()), "Change");
        assertThat(lena.page("/portal/messages")).contains("Times and places");
        assertThat(lena.ask("/portal/sessions/" + made.session() + "/absence"))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo("/portal");
        assertThat(lena.post("/portal/sessions/" + made.session() + "/absence")).hasStatus(302);
        new MemberVisitor(browser, pages.signedIn(made, made.member()))
                .post("/portal/messages/logistics", "text", "I come alone.");
        lena.post("/portal/messages/logistics", "text", "He comes with me.");
        assertThat(lena.page("/portal/messages/logistics"))
                .containsPattern("He comes with me\\.</p>\\s*<small>You, ")
                .containsPattern("I come alone\\.</p>\\s*<small>Written by "
                        + Pattern.quote(pages.name(made, made.member())) + ", ");
        assertThat(office.page("/messages/" + made.member())).contains("He comes with me.", "Lena Vogt, ");
    }

    @Test
    void whoever_acts_for_two_is_asked_for_whom_and_nothing_merges() {
        var first = given(made.member(), Proxy.Relation.REPRESENTATIVE, EVERYTHING);
        given(made.other(), Proxy.Relation.REPRESENTATIVE, EVERYTHING);
        var lena = comeIn(first);
        assertThat(lena.ask("/portal")).hasStatus(303).redirectedUrl().isEqualTo("/portal/whom");
        assertThat(lena.ask("/portal/messages")).hasStatus(302);
        assertThat(lena.page("/portal/whom")).contains(pages.name(made, made.member()), pages.name(made, made.other()));

        lena.post("/portal/whom", "member", made.other().toString());
        assertThat(lena.page("/portal"))
                .contains(pages.name(made, made.other()), "Change")
                .doesNotContain(pages.name(made, made.member()));
        assertThat(lena.post(
                        "/portal/whom", "member", any.patient(made.practice()).toString()))
                .hasStatus(404);
        assertThat(lena.page("/portal")).contains(pages.name(made, made.other()));
    }

    @Test
    void it_ends_with_its_last_day_with_somebody_ending_it_and_with_the_majority_of_the_minor() {
        var minor = minor();
        var parent = given(minor, Proxy.Relation.PARENT, EVERYTHING);
        var mother = comeIn(parent);
        assertThat(mother.page("/portal")).contains("You are here for Mila Vogt");
        assertThat(office.page("/patients/" + minor + "/portal"))
                .contains("ends by itself on Wed 25 Nov 2026", "755 ILCS 5/11-1", "Nobody has checked this rule");

        clock.moveTo(Instant.parse("2026-11-25T05:59:00Z"));
        mother = comeIn(parent);
        assertThat(mother.page("/portal")).contains("Mila Vogt");
        clock.moveTo(Instant.parse("2026-11-25T06:01:00Z"));
        assertThat(mother.ask("/portal")).redirectedUrl().isEqualTo("/portal/whom");
        assertThat(mother.page("/portal/whom")).contains("Nobody to act for").doesNotContain("Mila");
        clock.moveTo(NOW);

        any.run(
                made.practice(),
                () -> proxies.end(proxies.of(minor, parent.id()).orElseThrow(), "moved out", TESTER));
        assertThat(mother.ask("/portal/messages")).hasStatus(302);
        assertThat(mother.page("/portal/whom")).doesNotContain("Mila");
    }

    @Test
    void a_therapist_invites_and_does_not_decide_who_acts() {
        var leader = pages.staff(made, Role.THERAPIST, browser);
        assertThat(leader.page(page)).contains("Invite").doesNotContain("Let somebody act for them");
        assertThat(leader.post(page + "/proxies", "name", "x")).hasStatus(403);
        assertThat(leader.ask("/patients/" + any.patient(made.practice()) + "/portal"))
                .hasStatus(403);
        assertThat(pages.staff(made, Role.OWNER, browser).ask(page)).hasStatusOk();
        assertThat(pages.staff(made, Role.COMPLIANCE, browser).ask(page)).hasStatus(403);
    }

    private MvcTestResult grant(String relation) {
        return office.post(
                page + "/proxies",
                "name",
                "Lena Vogt",
                "email",
                "lena@home.example",
                "agreed",
                "yes",
                "relation",
                relation,
                "part-MESSAGES",
                "yes",
                "document",
                "Power of attorney, cabinet 3",
                "from",
                "2026-11-01");
    }

    private Proxy given(PatientId member, Proxy.Relation relation, Set<MemberPart> parts) {
        return any.in(made.practice(), () -> {
            var granted = proxies.grant(
                    patients.find(member).orElseThrow(),
                    new Proxies.Grant(
                            "Lena Vogt",
                            "lena@" + made.practice() + ".example",
                            relation,
                            parts,
                            "paper, cabinet 3",
                            null,
                            LocalDate.of(2026, 11, 1),
                            null),
                    TESTER);
            return proxies.of(member, ((Granted.Done) granted).id()).orElseThrow();
        });
    }

    private MemberVisitor comeIn(Proxy proxy) {
        var invitation = any.in(made.practice(), () -> accounts.invite(proxy, "http://localhost", TESTER));
        return new MemberVisitor(browser, pages.signedIn(invitation));
    }

    /** Somebody who is eighteen the day after tomorrow. */
    private PatientId minor() {
        return any.in(made.practice(), () -> {
            var mila = new Patient(
                    patients.newId(),
                    null,
                    new PersonName("Mila", "Vogt"),
                    LocalDate.of(2008, 11, 25),
                    "F",
                    "",
                    null,
                    null,
                    true);
            patients.add(List.of(mila), TESTER, "test");
            return mila.id();
        });
    }

    private static String found(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Objects.requireNonNull(matcher.group(1));
    }
}
