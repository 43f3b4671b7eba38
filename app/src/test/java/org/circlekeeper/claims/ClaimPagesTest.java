package org.circlekeeper.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages about claims, as a biller walks them. */
@PracticeTest
class ClaimPagesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private People people;

    @Autowired
    private SignIns signIns;

    @Autowired
    private AuditTrail audit;

    private PracticeId practice;
    private Cookie rosa;
    private List<PatientId> members;

    @BeforeEach
    void a_biller_and_a_session_with_one_absence_one_unsigned_note_and_one_self_payer() {
        practice = story.open();
        rosa = signIn(Role.BILLER);
        var group = story.group(practice, "Monday Circle", false);
        members = new ArrayList<>();
        for (var payer : new String[] {"BRHP1", "MCRB1", "BRHP1", "BRHP1", null}) {
            members.add(story.member(practice, group, payer));
        }
        var session = story.session(practice, group, MONDAY, 9);
        for (int seat = 0; seat < 5; seat++) {
            story.mark(practice, session, members.get(seat), seat == 3 ? Presence.ABSENT : Presence.PRESENT);
            if (seat != 2) {
                story.sign(practice, session, members.get(seat));
            }
        }
        story.close(practice, session);
    }

    @Test
    void an_empty_practice_is_told_what_to_do() {
        var empty = story.open();
        var cookie = signIn(Role.OWNER, empty);

        assertThat(get("/claims", cookie)).bodyText().contains("Nothing is ready.");
        assertThat(get("/claims?tab=held", cookie)).bodyText().contains("Nothing is held back.");
        assertThat(get("/claims?tab=filed", cookie)).bodyText().contains("Nothing was filed yet.");
        assertThat(get("/claims/release", cookie)).bodyText().contains("Nothing is ready to be released.");
        assertThat(get("/unbilled", cookie))
                .bodyText()
                .contains("0 not billed", "Every visit of these days has its claim.");
    }

    @Test
    void held_claims_say_what_holds_them_and_what_settles_it() {
        story.scheduledRound(practice, Trust.ACT);

        assertThat(get("/claims?tab=held", rosa))
                .bodyText()
                .contains(
                        "The note of Mon 16 Nov 2026 is not signed.",
                        "Ask the leader to sign the note.",
                        "Held 2",
                        "Ready 2")
                .contains("there is no payer to bill", "none");
    }

    @Test
    void releasing_shows_first_what_will_happen_and_then_does_it() {
        story.scheduledRound(practice, Trust.ACT);

        assertThat(get("/claims", rosa)).bodyText().contains("Release 2 claims");
        assertThat(get("/claims/release", rosa))
                .bodyText()
                .contains(
                        "TEST",
                        "Blue Ridge Health Plan",
                        "Medicare Part B",
                        "2 claims, $130.00",
                        "Released by",
                        "biller");
        var shown = story.in(practice, () -> claims.releasable(BilledPractice.DANA)).stream()
                .filter(found -> found.payerId().equals("BRHP1"))
                .findFirst()
                .orElseThrow();
        assertThat(get("/claims/release", rosa)).bodyText().contains(shown.situation());
        assertThat(release("something else")).hasStatus(303).hasHeader("Location", "/claims");
        assertThat(release(shown.situation())).hasStatus(303).hasHeader("Location", "/claims?tab=filed");
        assertThat(get("/claims?tab=filed", rosa))
                .bodyText()
                .contains("Sent", "Filed 1", "837P-")
                .doesNotContain("MCRB1-");
        assertThat(get("/claims", rosa)).bodyText().contains("Release 1 claim");
    }

    @Test
    void a_claim_that_became_ready_since_the_preview_is_not_released_in_the_name_of_who_did_not_see_it() {
        story.scheduledRound(practice, Trust.ACT);
        var seen = story.in(practice, () -> claims.releasable(BilledPractice.DANA)).stream()
                .map(Claims.Releasable::situation)
                .toArray(String[]::new);
        var group = story.group(practice, "Tuesday Circle", false);
        var late = story.member(practice, group, "BRHP1");
        story.held(practice, story.session(practice, group, LocalDate.of(2026, 11, 17), 9), List.of(late));
        story.scheduledRound(practice, Trust.ACT);

        release(seen);

        assertThat(story.in(practice, () -> claims.releasable(BilledPractice.DANA)))
                .extracting(Claims.Releasable::payerId)
                .containsExactly("BRHP1");
    }

    private MvcTestResult release(String... shown) {
        return browser.post()
                .uri("/claims/release")
                .param("shown", shown)
                .with(csrf())
                .cookie(rosa)
                .exchange();
    }

    @Test
    void a_claim_is_shown_in_full_and_in_plain_words_and_each_look_is_in_the_trail() {
        story.round(practice);
        var claim = sent();

        assertThat(get("/claims/" + claim.id(), rosa))
                .bodyText()
                .contains(claim.number(), "F33.1", "Read it in plain words");
        assertThat(get("/claims/" + claim.id() + "?words=true", rosa))
                .bodyText()
                .contains("CLM*" + claim.number(), "DTP*472*D8*20261116");
        var looks = story.in(practice, () -> audit.entriesAbout(claim.patient().value()));
        assertThat(looks).anySatisfy(entry -> assertThat(entry.what()).contains("claim " + claim.id()));
    }

    @Test
    void a_file_is_shown_and_downloaded_byte_for_byte() {
        story.round(practice);
        var batch = story.in(practice, () -> claims.batches(1)).getFirst();

        assertThat(get("/batches/" + batch.id(), rosa))
                .bodyText()
                .contains(batch.fileName(), batch.sha256(), "Download the claims file", sent().number());
        var download = get("/batches/" + batch.id() + "/file", rosa);
        assertThat(download)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"" + batch.fileName() + "\"");
        assertThat(download.getResponse().getContentAsByteArray())
                .isEqualTo(story.in(practice, () -> claims.content(batch.id())));
        assertThat(get("/batches/" + batch.id() + "/file", signIn(Role.COMPLIANCE)))
                .hasStatus(403);
    }

    @Test
    void what_was_not_billed_stands_there_once_with_one_reason() {
        story.round(practice);

        assertThat(get("/unbilled", rosa))
                .bodyText()
                .contains(
                        "3 not billed",
                        "The member stayed away.",
                        "The note of the visit is not signed.",
                        "No insurance is on file");
    }

    @Test
    void filing_for_denial_wants_a_reason_and_stops_at_what_always_holds() {
        story.scheduledRound(practice, Trust.ACT);
        var held = story.in(practice, () -> claims.list(ClaimFilter.of(ClaimStatus.HELD))).stream()
                .filter(claim -> claim.patient().equals(members.get(2)))
                .findFirst()
                .orElseThrow();

        assertThat(get("/claims/" + held.id(), rosa)).bodyText().doesNotContain("File all the same");
        var answer = browser.post()
                .uri("/claims/" + held.id() + "/filing-for-denial")
                .param("reason", "the payer said so")
                .with(csrf())
                .cookie(rosa)
                .exchange();
        assertThat(answer).hasStatus(303);
        assertThat(story.in(practice, () -> claims.find(held.id()))
                        .orElseThrow()
                        .status())
                .isEqualTo(ClaimStatus.HELD);
    }

    @Test
    void the_menu_marks_where_a_page_stands_whatever_its_address() {
        assertThat(get("/unbilled", rosa)).bodyText().contains("aria-current=\"page\">Claims<");
    }

    @Test
    void a_claim_of_another_practice_is_not_there() {
        story.round(practice);
        var elsewhere = signIn(Role.BILLER, story.open());

        assertThat(get("/claims/" + sent().id(), elsewhere)).hasStatus(404);
        assertThat(get("/batches/" + sent().batch(), elsewhere)).hasStatus(404);
        assertThat(get("/claims/" + UUID.randomUUID(), rosa)).hasStatus(404);
    }

    private Claim sent() {
        return story.in(
                        practice,
                        () -> claims.list(
                                ClaimFilter.ofBatch(claims.batches(1).getFirst().id())))
                .getFirst();
    }

    private MvcTestResult get(String uri, Cookie cookie) {
        return browser.get().uri(uri).cookie(cookie).exchange();
    }

    private Cookie signIn(Role role) {
        return signIn(role, practice);
    }

    private Cookie signIn(Role role, PracticeId where) {
        var person = people.add(UUID.randomUUID() + "@example.org", role.onScreen());
        people.giveRole(where, person, role, new Actor.Operator("test"));
        return new Cookie("circlekeeper", signIns.begin(person, where));
    }
}
