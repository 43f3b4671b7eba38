package org.circlekeeper.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.Publishing;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.Asked;
import org.circlekeeper.intake.MemberPackets;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.signing.Signatures;
import org.circlekeeper.signing.SigningPractice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Staff give papers, waive them with a reason, withdraw them, and read the inventory. */
@PracticeTest
class PapersPagesTest {

    @Autowired
    OwnPages own;

    @Autowired
    AnyPractice any;

    @Autowired
    StarterPacket starter;

    @Autowired
    FormLibrary library;

    @Autowired
    FormShelf shelf;

    @Autowired
    MemberPapers papers;

    @Autowired
    Rosters rosters;

    @Autowired
    MemberPackets packets;

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    Documents documents;

    @Autowired
    Signatures signatures;

    @Autowired
    MockMvcTester browser;

    OwnPages.Made made;
    Visitor office;
    Visitor leader;
    String page;

    @BeforeEach
    void two_members_of_one_group() {
        made = own.made();
        office = own.staff(made, Role.COORDINATOR, browser);
        leader = own.staff(made, Role.THERAPIST, browser);
        page = "/patients/" + made.member() + "/papers";
    }

    @Test
    void a_practice_without_papers_is_told_where_to_choose_them() {
        assertThat(office.page("/papers")).contains("No paper was given to anybody yet");
        assertThat(office.page(page)).contains("They were given no paper yet", "This kind of group has none");
    }

    @Test
    void the_packet_is_given_with_one_press_and_the_seat_is_shut_until_it_is_whole() {
        adopt();
        assertThat(office.after(give())).contains("The packet is given", "0 of ");
        assertThat(office.page("/papers?show=MISSING")).contains(own.name(made, made.member()));
        assertThat(office.page("/papers?show=MISSING")).doesNotContain(own.name(made, made.other()));
        assertThat(leader.page("/sessions/" + made.session()))
                .contains("Not expected: papers are missing")
                .doesNotContain("id=\"seat-" + made.member() + "\"");
    }

    @Test
    void a_paper_with_a_gap_is_not_given_and_the_page_says_what_is_missing() {
        any.run(made.practice(), () -> starter.use(TESTER));
        assertThat(give()).hasStatus(422).bodyText().contains("leaves a place for", "Settings");
        assertThat(all()).isEmpty();
    }

    @Test
    void a_paper_is_waived_by_the_leader_with_a_reason_alone() {
        adopt();
        give();
        var paper = all().getFirst();
        assertThat(leader.post(page + "/" + paper.id() + "/waive", "reason", " "))
                .hasStatus(422);
        assertThat(office.post(page + "/" + paper.id() + "/waive", "reason", "Signed"))
                .as("the office waives nothing")
                .hasStatus(403);
        leader.post(page + "/" + paper.id() + "/waive", "reason", "Signed at another office");
        assertThat(leader.page(page)).contains("Signed at another office", "waived");
        assertThat(any.in(
                        made.practice(),
                        () -> papers.find(paper.id()).orElseThrow().status()))
                .isEqualTo(PaperStatus.WAIVED);
    }

    @Test
    void a_sheet_signed_with_ink_needs_its_scan_a_day_a_name_and_a_witness() {
        adopt();
        give();
        var paper = all().getFirst();
        var sent = office.post(page + "/" + paper.id() + "/ink", "signed", "2099-01-01", "by", "", "witness", "Dana");
        assertThat(sent).hasStatus(422).bodyText().contains("Choose the scan", "Write who signed it");
        assertThat(all().getFirst().status()).isEqualTo(PaperStatus.TO_DO);

        assertThat(ink(paper, "2026-11-20").getResponse().getStatus()).isEqualTo(303);
        assertThat(any.in(
                        made.practice(),
                        () -> papers.find(paper.id()).orElseThrow().status()))
                .isEqualTo(PaperStatus.ON_PAPER);
        assertThat(office.ask(page + "/" + paper.id() + "/file")).hasStatusOk();
    }

    @Test
    void a_sheet_that_is_refused_leaves_no_scan_on_the_record() {
        adopt();
        give();
        var paper = all().getFirst();
        assertThat(ink(paper, "2099-01-01")).hasStatus(422);
        assertThat(ink(paper, "2026-11-20").getResponse().getStatus()).isEqualTo(303);
        assertThat(ink(paper, "2026-11-20")).as("it is there already").hasStatus(422);
        assertThat(any.in(made.practice(), () -> documents.of(made.member().value())))
                .filteredOn(document -> document.removed() == null)
                .hasSize(1);
    }

    @Test
    void a_packet_and_a_single_paper_are_printed_to_be_signed_with_ink() {
        adopt();
        give();
        var packet = any.in(made.practice(), () -> packets.of(made.member())).getFirst();
        assertThat(office.page(page)).contains("/packets/" + packet.id() + "/sheets");
        all().stream()
                .filter(paper -> paper.form().value().equals("good-faith-estimate"))
                .forEach(paper -> leader.post(page + "/" + paper.id() + "/waive", "reason", "Insured since"));
        var whole = office.ask(page + "/packets/" + packet.id() + "/sheets");
        assertThat(whole).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        var agreement = all().stream()
                .filter(paper -> paper.form().value().equals("group-confidentiality"))
                .findFirst()
                .orElseThrow();
        assertThat(office.ask(page + "/" + agreement.id() + "/sheet")).hasStatusOk();
        assertThat(leader.ask(page + "/" + agreement.id() + "/sheet"))
                .as("the leader")
                .hasStatus(403);
        assertThat(office.ask("/patients/" + made.other() + "/papers/" + agreement.id() + "/sheet"))
                .as("of another member")
                .hasStatus(404);
    }

    @Test
    void whose_word_a_withdrawal_is_stands_in_its_evidence() {
        adopt();
        give();
        var paper = all().getFirst();
        ink(paper, "2026-11-20");
        var withdraw = page + "/" + paper.id() + "/withdraw";
        assertThat(office.post(withdraw, "by", "", "reason", "By telephone")).hasStatus(422);
        office.post(withdraw, "by", "Their mother", "reason", "By telephone");
        var signature =
                any.in(made.practice(), () -> signatures.of(made.member())).getFirst();
        assertThat(any.in(made.practice(), () -> signatures.written(signature.id()))
                        .getLast()
                        .evidence()
                        .lines())
                .extracting(line -> line.value())
                .contains("Their mother");
        assertThat(office.page(page)).contains("What became of it", "withdrawn by");
    }

    /** Nobody was written to, and nobody is to wait for it: it can be asked for again by hand. */
    @Test
    void what_was_only_offered_and_is_taken_back_is_not_said_to_be_asked_for_again() {
        adopt();
        office.post("/patients/" + made.member() + "/papers/single", "form", "contact-consent");
        var paper = all().getFirst();
        ink(paper, "2026-11-20");
        var withdrawn = office.after(
                office.post(page + "/" + paper.id() + "/withdraw", "by", "The member", "reason", "By telephone"));
        assertThat(withdrawn)
                .contains("It was only offered: nobody is asked for it again.")
                .doesNotContain("and the paper is asked for again");

        var again = office.post(page + "/single", "form", "contact-consent");
        assertThat(again).hasStatus(422).bodyText().contains("They have said no to it", "Ask for it again");
    }

    @Test
    void what_is_required_and_taken_back_is_said_to_be_asked_for_again() {
        adopt();
        give();
        var paper = all().stream()
                .filter(one -> one.need() == Need.REQUIRED)
                .filter(one -> one.form().value().equals("group-confidentiality"))
                .findFirst()
                .orElseThrow();
        ink(paper, "2026-11-20");
        assertThat(office.after(office.post(
                        page + "/" + paper.id() + "/withdraw", "by", "The member", "reason", "By telephone")))
                .contains("and the paper is asked for again");
        assertThat(office.post(page + "/single", "form", "group-confidentiality"))
                .hasStatus(422)
                .bodyText()
                .contains("It lies open with them already.");
    }

    private MvcTestResult ink(Paper paper, String day) {
        return browser.post()
                .uri(page + "/" + paper.id() + "/ink")
                .multipart()
                .file(new MockMultipartFile("scan", "sheet.pdf", "application/pdf", SigningPractice.anyPdf()))
                .param("signed", day)
                .param("by", "Ana Ruiz")
                .param("witness", "Dana Whitfield")
                .param("email", "no")
                .with(csrf())
                .cookie(new Cookie("circlekeeper", office.token()))
                .exchange();
    }

    @Test
    void a_newer_version_is_asked_for_by_a_day_to_come() {
        adopt();
        assertThat(office.post("/papers/renewals", "form", "group-confidentiality", "due", "2020-01-01"))
                .as("a day that is past")
                .hasStatus(422);
        assertThat(office.after(office.post("/papers/renewals", "form", "group-confidentiality", "due", "2030-01-01")))
                .contains("0 members are asked for it");
        var old = new Asked(new FormId("group-confidentiality"), 1, Language.EN, "Agreement", Need.REQUIRED);
        any.run(made.practice(), () -> {
            papers.give(made.member(), old, TESTER);
            papers.signed(papers.of(made.member()).getFirst().id(), UUID.randomUUID(), null, TESTER);
        });
        any.run(made.practice(), () -> {
            var agreement = library.find(old.form()).orElseThrow();
            assertThat(drafts.save(old.form(), Language.EN, 1, "title: Agreement\n\n[initial] I keep it.", TESTER))
                    .isInstanceOf(Drafts.Saving.Saved.class);
            var draft = drafts.find(old.form(), Language.EN).orElseThrow();
            assertThat(publishing.publish(agreement, Map.of(Language.EN, draft.revision()), "In fewer words.", TESTER))
                    .isInstanceOf(Publishing.Outcome.Published.class);
        });
        assertThat(office.after(office.post("/papers/renewals", "form", "group-confidentiality", "due", "2030-01-01")))
                .contains("1 member is asked for it");
        assertThat(office.page("/papers?show=ALL"))
                .as("the older one holds until the day, and the other member was given none")
                .contains("1 of 2 members have every paper they were given. 1 was given none.");
        assertThat(office.page("/papers?show=MISSING")).doesNotContain(own.name(made, made.member()));
        assertThat(office.after(office.post("/papers/renewals", "form", "Nonsense !", "due", "2030-01-01")))
                .contains("0 members");
    }

    @Test
    void nobody_is_shown_papers_of_members_whom_they_do_not_lead() {
        var stranger = own.therapistWithoutGroups(made, browser);
        assertThat(stranger.ask(page).getResponse().getStatus()).isIn(403, 404);
        assertThat(stranger.page("/papers")).doesNotContain(own.name(made, made.member()));
    }

    private MvcTestResult give() {
        var seat = any.in(
                made.practice(), () -> rosters.of(made.member()).getFirst().id());
        return office.post(page, "membership", seat.toString());
    }

    private void adopt() {
        any.run(made.practice(), () -> {
            starter.use(TESTER);
            library.ownWords().forEach(name -> shelf.word(name, "as agreed", TESTER));
        });
    }

    private List<Paper> all() {
        return any.in(made.practice(), () -> papers.of(made.member()));
    }
}
