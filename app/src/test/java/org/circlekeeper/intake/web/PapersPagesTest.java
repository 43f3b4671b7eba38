package org.circlekeeper.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;

import java.util.List;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormShelf;
import org.circlekeeper.forms.StarterPacket;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.portal.OwnPages;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Rosters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
    }

    @Test
    void a_newer_version_is_asked_for_by_a_day_to_come() {
        adopt();
        assertThat(office.post("/papers/renewals", "form", "group-confidentiality", "due", "2020-01-01"))
                .as("a day that is past")
                .hasStatus(422);
        assertThat(office.after(office.post("/papers/renewals", "form", "group-confidentiality", "due", "2030-01-01")))
                .contains("0 members are asked for it");
        assertThat(office.after(office.post("/papers/renewals", "form", "Nonsense !", "due", "2030-01-01")))
                .contains("0 members");
    }

    @Test
    void nobody_is_shown_papers_of_members_whom_they_do_not_lead() {
        var stranger = own.staff(own.made(), Role.THERAPIST, browser);
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
