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
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.assistant.JournalEntry;
import org.circlekeeper.attendance.Presence;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.Trust;
import org.circlekeeper.terms.PracticeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What only a person settles about claims: a claim to take back at its payer, and whom a payer knows. */
@PracticeTest
class SettledByHandTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private BilledPractice story;

    @Autowired
    private Claims claims;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Journal journal;

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
        rosa = signIn(Role.BILLER, practice);
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
    void a_claim_that_left_without_its_presence_says_what_to_do_and_a_named_person_records_that_it_was_done() {
        story.round(practice);
        var claim = sent();
        assertThat(get("/claims/" + claim.id(), rosa)).bodyText().doesNotContain("The attendance says nobody came");
        assertThat(takenBack(claim, "portal", "V-1")).hasStatus(303);
        assertThat(status(claim)).isEqualTo(ClaimStatus.SENT);

        story.correct(practice, claim.session(), claim.patient(), Presence.ABSENT);
        assertThat(questions()).anySatisfy(question -> assertThat(question).startsWith("Claim " + claim.number()));
        assertThat(get("/claims/" + claim.id(), rosa))
                .bodyText()
                .contains("Take it back at the payer.", "frequency 8", "Record that it was taken back");
        assertThat(takenBack(claim, "in the payer's portal", "")).hasStatus(422);
        assertThat(status(claim)).isEqualTo(ClaimStatus.SENT);

        assertThat(takenBack(claim, "in the payer's portal", "V-4711")).hasStatus(303);

        assertThat(status(claim)).isEqualTo(ClaimStatus.VOIDED);
        assertThat(questions()).noneSatisfy(question -> assertThat(question).startsWith("Claim "));
        assertThat(get("/claims/" + claim.id(), rosa))
                .bodyText()
                .contains("Taken back at the payer on", "Reference: V-4711.", "biller")
                .doesNotContain("Record that it was taken back");
        assertThat(story.in(practice, () -> audit.entriesAbout(claim.patient().value())))
                .anySatisfy(entry -> assertThat(entry.what()).contains("recorded that a claim was taken back"));
    }

    @Test
    void medicare_takes_no_void_and_is_asked_to_reopen() {
        assertThat(Voids.byHand(Program.MEDICARE).steps())
                .anySatisfy(step -> assertThat(step).contains("reopen"));
        assertThat(Voids.byHand(Program.COMMERCIAL).steps())
                .anySatisfy(step -> assertThat(step).contains("frequency 8"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Program.class,
            names = {"MEDICARE", "MEDICARE_ADVANTAGE", "MEDICAID"})
    void what_a_public_program_paid_goes_back_within_sixty_days(Program program) {
        assertThat(Voids.byHand(program).steps())
                .anySatisfy(step -> assertThat(step).contains("goes back", "within 60 days"))
                .noneSatisfy(step -> assertThat(step).contains("asks for it"));
        assertThat(Voids.byHand(program).source()).contains("1320a-7k(d)");
    }

    @Test
    void which_payers_know_which_leaders_is_answered_in_one_form() {
        story.scheduledRound(practice, Trust.ACT);
        var asked = questions();
        assertThat(asked)
                .contains(
                        "Is Dana Whitfield known to Blue Ridge Health Plan?",
                        "Is Dana Whitfield known to Medicare Part B?");
        var keys = story.in(practice, () -> enrolments.unsaid(MONDAY.plusDays(7))).stream()
                .map(Enrolments.Unsaid::key)
                .toList();
        assertThat(get("/claims/enrolments", rosa))
                .bodyText()
                .contains("2 questions", "2026-11-16")
                .contains("known-" + keys.getFirst());
        assertThat(answer(keys.getFirst(), "yes", "")).hasStatus(422);
        assertThat(answer(keys.getFirst(), "yes", "Letter of 2 Nov 2026")).hasStatus(303);

        assertThat(get("/claims/enrolments", rosa)).bodyText().contains("1 question");
        assertThat(questions()).hasSize(asked.size() - 1);
    }

    private MvcTestResult answer(String key, String known, String source) {
        return browser.post()
                .uri("/claims/enrolments")
                .param("known-" + key, known)
                .param("source", source)
                .with(csrf())
                .cookie(rosa)
                .exchange();
    }

    private MvcTestResult takenBack(Claim claim, String how, String reference) {
        return browser.post()
                .uri("/claims/" + claim.id() + "/void")
                .param("on", "2026-11-20")
                .param("how", how)
                .param("reference", reference)
                .with(csrf())
                .cookie(rosa)
                .exchange();
    }

    private ClaimStatus status(Claim claim) {
        return story.in(practice, () -> claims.find(claim.id())).orElseThrow().status();
    }

    private List<String> questions() {
        story.scheduledRound(practice, Trust.PROPOSE);
        return story.in(practice, journal::open).stream()
                .filter(entry -> entry.question() != null)
                .map(JournalEntry::question)
                .toList();
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

    private Cookie signIn(Role role, PracticeId where) {
        var person = people.add(UUID.randomUUID() + "@example.org", role.onScreen());
        people.giveRole(where, person, role, new Actor.Operator("test"));
        return new Cookie("circlekeeper", signIns.begin(person, where));
    }
}
