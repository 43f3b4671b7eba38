package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.claims.AskingPayers.Opened;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.database.PracticeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The pages about authorizations, as a biller walks them. */
@PracticeTest
class AuthorizationPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private BilledPractice story;

    @Autowired
    private AskingPayers payers;

    private Opened at;

    @BeforeEach
    void two_members_with_five_weeks_before_them() {
        at = payers.open(browser);
    }

    @Test
    void a_practice_without_any_is_told_where_to_write_who_asks() {
        assertThat(at.rosa().page("/authorizations")).contains("No payer has authorized anything");
        assertThat(at.rosa().page(at.path())).contains("None on file", "No payer was asked here.");
    }

    @Test
    void the_list_says_how_far_it_reaches_and_by_when_to_ask() {
        payers.authorize(at, at.ana(), "AUTH1", 3);

        assertThat(at.rosa().page("/authorizations"))
                .contains(
                        "AUTH1",
                        "3 left, 3 reserved",
                        "Covers through Mon 14 Dec 2026; ask by Mon 30 Nov 2026: the units are used up.",
                        "within 7 days (42 CFR 440.230(e)(1)(i)",
                        "Nothing has to be asked for today.");
        assertThat(at.rosa().page("/authorizations?show=FEW")).contains("AUTH1");
        assertThat(at.rosa().page("/authorizations?show=SOON")).contains("Nobody is in this view.");
        assertThat(at.rosa().page("/authorizations?show=nonsense")).contains("AUTH1");
    }

    @Test
    void requests_for_many_are_made_at_once_each_with_a_packet_about_that_member_alone() throws IOException {
        payers.authorize(at, at.ana(), "AUTH1", 2);
        payers.authorize(at, at.ben(), "AUTH2", 2);
        var payer = story.payer(at.practice(), "SKMED");

        var nobody = at.rosa().post("/authorizations/requests");
        assertThat(nobody).hasStatus(422).bodyText().contains("tick Ask in their line");
        var made = at.rosa()
                .post(
                        "/authorizations/requests",
                        "care",
                        at.ana() + " " + payer + " 90853",
                        "care",
                        at.ben() + " " + payer + " 90853");

        assertThat(at.rosa().after(made)).contains("2 requests are made", "To be asked");
        var text = text(payers.request(at, at.ana()));
        assertThat(text)
                .contains(payers.name(at, at.ana()), "F33.1", "[to be filled in]", "Goes on from authorization AUTH1")
                .doesNotContain(payers.name(at, at.ben()), "AUTH2");
        assertThat(at.rosa()
                        .after(at.rosa().post("/authorizations/requests", "care", at.ana() + " " + payer + " 90853")))
                .contains("0 requests are made");
    }

    @Test
    void twenty_five_requests_are_made_at_a_time_and_the_others_are_told_of() {
        var payer = story.payer(at.practice(), "SKMED");
        var fields = new ArrayList<String>();
        for (int i = 0; i < 26; i++) {
            var member = story.member(at.practice(), at.group(), "SKMED");
            payers.authorize(at, member, "AUTH" + i, 1);
            fields.addAll(List.of("care", member + " " + payer + " 90853"));
        }

        var made = at.rosa().post("/authorizations/requests", fields.toArray(String[]::new));

        assertThat(at.rosa().after(made))
                .contains("25 requests are made", "25 are made at a time: choose the other 1 again.");
    }

    @Test
    void a_change_says_why_and_keeps_what_stood_before() {
        var id = payers.authorize(at, at.ana(), "AUTH1", 6);
        var change = at.path() + "/" + id + "/change";
        assertThat(at.send(change, "number=AUTH1&code=90853&units=0&from=2026-11-01&to=2026-10-01"))
                .hasStatus(422)
                .bodyText()
                .contains("from 1 to 999", "It ends before it begins.", "Write why it changes");

        at.send(change, "number=AUTH1&code=90853&units=4&from=2026-11-01&to=2027-01-31" + "&reason=the payer's letter");
        assertThat(at.rosa().page(at.path())).contains("4 × 90853", "the payer's letter. Before: AUTH1, 6 × 90853");

        assertThat(at.send(at.path() + "/" + id + "/end", "last=2026-10-01&reason=x"))
                .hasStatus(422)
                .bodyText()
                .contains("It begins later than that.");
        at.send(at.path() + "/" + id + "/end", "last=2026-11-30&reason=another payer");
        assertThat(at.rosa().page(at.path())).contains("to Mon 30 Nov 2026");
        assertThat(at.rosa().post(at.path() + "/" + UUID.randomUUID() + "/end", "last", "2026-11-30", "reason", "x"))
                .hasStatus(404);
    }

    @Test
    void a_visit_that_came_takes_its_unit_when_the_approval_is_written_down_later() {
        var monday = story.session(at.practice(), at.group(), AskingPayers.TODAY.minusWeeks(1), 9);
        story.mark(at.practice(), monday, at.ana(), Presence.PRESENT);
        payers.authorize(at, at.ana(), "AUTH1", 3);

        assertThat(at.rosa().page(at.path())).contains("1 of 3 used");
    }

    private String text(AuthorizationRequest request) throws IOException {
        var answer = at.rosa()
                .ask("/patients/" + request.patient() + "/authorizations/requests/" + request.id() + "/packet");
        assertThat(answer).hasStatusOk();
        try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
