package org.circlekeeper.portal.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.assistant.Rounds;
import org.circlekeeper.attendance.LetIns;
import org.circlekeeper.database.MovableClock;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.patients.Tongues;
import org.circlekeeper.portal.Accounts;
import org.circlekeeper.portal.MemberVisitor;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.portal.OwnPages.Made;
import org.circlekeeper.portal.Proxies;
import org.circlekeeper.portal.Proxies.Granted;
import org.circlekeeper.portal.Proxy;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.SessionId;
import org.circlekeeper.signing.Signature;
import org.circlekeeper.signing.SignatureStatus;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.PersonName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From a seat to the last signature, as members live it: one who reads Spanish, and one who comes of age. */
@PracticeTest
class PapersStoryTest {

    /** What a member does who is asked for a paper: signs it, hands it in, or says that they do not want it. */
    private static final List<String> SIGNED = List.of(
            "electronic-business", "privacy-notice", "treatment-consent", "group-confidentiality", "fees-and-absences");

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPacket packet;

    @Autowired
    StarterPapers starter;

    @Autowired
    FormLibrary library;

    @Autowired
    FormShelf shelf;

    @Autowired
    Rosters rosters;

    @Autowired
    Patients patients;

    @Autowired
    Tongues tongues;

    @Autowired
    Proxies proxies;

    @Autowired
    Accounts accounts;

    @Autowired
    MemberPapers papers;

    @Autowired
    Signatures signatures;

    @Autowired
    LetIns letIns;

    @Autowired
    Rounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvcTester browser;

    Instant began;
    Made made;

    @BeforeEach
    void a_practice_that_uses_the_starter_packet() {
        began = clock.instant();
        made = own.made();
        any.run(made.practice(), () -> {
            packet.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
        });
    }

    @AfterEach
    void the_clock_stands_where_other_tests_expect_it() {
        clock.moveTo(began);
    }

    @Test
    void a_spanish_speaker_reads_and_signs_every_paper_in_spanish_and_is_then_expected() {
        var first = own.session(made.practice(), made.group(), began.plus(Duration.ofDays(7)));
        var newcomer = any.patient(made.practice());
        any.run(made.practice(), () -> {
            tongues.say(newcomer, "es", TESTER);
            assertThat(rosters.admit(new Admission(made.group(), newcomer, DateRange.from(today())), TESTER))
                    .isInstanceOf(Rosters.Joined.Seated.class);
        });
        round();
        assertThat(notExpected(first)).contains(newcomer);
        assertThat(papersOf(newcomer)).isNotEmpty().extracting(Paper::language).containsOnly(Language.ES);

        var member = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, newcomer)).speaking("es"));
        assertThat(member.pages().page("/portal/papers"))
                .contains("Sus documentos")
                .doesNotContain("Your papers");
        papersOf(newcomer).forEach(paper -> settle(member, paper));

        assertThat(papersOf(newcomer)).allMatch(paper -> paper.status().completes());
        assertThat(notExpected(first)).doesNotContain(newcomer);
        assertThat(any.in(made.practice(), () -> signatures.of(newcomer)))
                .hasSize(SIGNED.size())
                .allMatch(signature -> signature.template().language().equals("es"));
    }

    @Test
    void what_a_parent_signed_ends_on_the_eighteenth_birthday_and_is_the_member_s_own_to_sign() {
        var mila = mila();
        starter.give(made, mila, "electronic-business", Need.OFFERED);
        starter.give(made, mila, "group-confidentiality", Need.REQUIRED);
        var mother = comeIn(parentOf(mila));
        mother.sign(starter.paper(made, mila, "electronic-business"));
        mother.sign(starter.paper(made, mila, "group-confidentiality"));
        clock.moveTo(began.plus(Duration.ofDays(7)));
        round();
        assertThat(mother.pages().ask("/portal/papers").getResponse().getStatus())
                .as("her parent acts for her no more")
                .isNotEqualTo(200);
        var agreement = starter.paper(made, mila, "group-confidentiality");
        assertThat(agreement.status()).isEqualTo(PaperStatus.TO_DO);

        var grown = new PaperVisitor(new MemberVisitor(browser, own.signedIn(made, mila)));
        grown.sign(starter.paper(made, mila, "electronic-business"));
        grown.sign(agreement);
        assertThat(starter.paper(made, mila, "group-confidentiality").status()).isEqualTo(PaperStatus.SIGNED);
        assertThat(any.in(made.practice(), () -> signatures.of(mila)))
                .filteredOn(signature -> signature.status() == SignatureStatus.SIGNED)
                .extracting(Signature::capacity)
                .contains("SELF");
    }

    /** A member who is of age in a week. */
    private PatientId mila() {
        var mila = any.patient(made.practice());
        any.run(made.practice(), () -> {
            var known = patients.find(mila).orElseThrow();
            patients.change(
                    new Patient(
                            mila,
                            known.externalId(),
                            new PersonName("Mila", "Vogt"),
                            today().plusDays(7).minusYears(18),
                            "F",
                            "",
                            null,
                            null,
                            true),
                    TESTER,
                    "test");
            rosters.join(made.group(), mila, DateRange.from(today()), TESTER);
        });
        return mila;
    }

    private void settle(PaperVisitor member, Paper paper) {
        var form = paper.form().value();
        if (form.equals("insurance-card")) {
            any.run(made.practice(), () -> papers.waive(paper.id(), "Shown at the desk", TESTER));
        } else if (SIGNED.contains(form)) {
            member.sign(paper);
        } else if (paper.need() == Need.OFFERED) {
            member.pages().post(PaperVisitor.href(paper) + "/declining", "why", "No, gracias");
        } else {
            member.answerAll(paper);
            member.pages().post(PaperVisitor.href(paper) + "/hand-in");
        }
        var done = any.in(made.practice(), () -> papers.find(paper.id()).orElseThrow());
        assertThat(done.status().completes()).as(form + " " + done.status()).isTrue();
    }

    private Proxy parentOf(PatientId minor) {
        return any.in(made.practice(), () -> {
            var granted = proxies.grant(
                    patients.find(minor).orElseThrow(),
                    new Proxies.Grant(
                            "Lena Vogt",
                            "lena@" + made.practice() + ".example",
                            Proxy.Relation.PARENT,
                            EnumSet.of(MemberPart.SCHEDULE, MemberPart.MESSAGES, MemberPart.FORMS),
                            "birth certificate, cabinet 3",
                            null,
                            today(),
                            null),
                    TESTER);
            return proxies.of(minor, ((Granted.Done) granted).id()).orElseThrow();
        });
    }

    private PaperVisitor comeIn(Proxy proxy) {
        var invitation = any.in(made.practice(), () -> accounts.invite(proxy, "http://localhost", TESTER));
        return new PaperVisitor(new MemberVisitor(browser, own.signedIn(invitation)));
    }

    private List<Paper> papersOf(PatientId member) {
        return any.in(made.practice(), () -> papers.of(member)).stream()
                .filter(paper -> !paper.status().isOver())
                .sorted((one, other) -> one.id().value().compareTo(other.id().value()))
                .toList();
    }

    private List<PatientId> notExpected(SessionId session) {
        return any.in(made.practice(), () -> letIns.notExpected(session)).stream()
                .map(LetIns.NotExpected::patient)
                .toList();
    }

    private void round() {
        rounds.make(made.practice(), Trust.ACT);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(began, AnyPractice.ZONE);
    }
}
