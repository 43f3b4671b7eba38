package org.circlekeeper.forms.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlekeeper.practice.AnyPractice.TESTER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import org.circlekeeper.access.People;
import org.circlekeeper.access.Role;
import org.circlekeeper.access.SignIns;
import org.circlekeeper.access.Visitor;
import org.circlekeeper.database.PracticeTest;
import org.circlekeeper.forms.AnyForm;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Packet;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.forms.fhir.QuestionnaireWriter;
import org.circlekeeper.practice.AnyPractice;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How an owner writes, looks at, publishes and retires a form, and what is said when it does not go. */
@PracticeTest
class WritingFormsTest {

    private static final String DRAFT = "/forms/house-rules/drafts/en";

    @Autowired
    AnyPractice any;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    Groups groups;

    @Autowired
    FormLibrary library;

    @Autowired
    MockMvcTester browser;

    private PracticeId practice;
    private Visitor owner;

    @BeforeEach
    void an_owner() {
        practice = any.open();
        owner = as(Role.OWNER);
    }

    private Visitor as(Role role) {
        var person = people.add(role + "@" + practice + ".example", "Somebody " + role.onScreen());
        people.giveRole(practice, person, role, TESTER);
        return new Visitor(browser, signIns.begin(person, practice));
    }

    private void added() {
        assertThat(owner.post(
                        "/forms", "title", "House rules", "name", "house-rules", "kind", "DOCUMENT", "language", "EN"))
                .hasStatus(303);
    }

    private MvcTestResult save(int base, String body) {
        return owner.post(DRAFT, "base", String.valueOf(base), "text", "title: House rules\n\n" + body);
    }

    private MvcTestResult publish(int seen, String says) {
        return owner.post(
                "/forms/house-rules/versions", "with-en", "yes", "seen-en", String.valueOf(seen), "says", says);
    }

    @Test
    void the_starter_packet_is_one_press_and_each_paper_is_a_draft_for_counsel() {
        assertThat(owner.page("/forms")).contains("No forms yet", "Use the starter packet");
        assertThat(owner.page("/packets")).contains("None yet: nothing is asked of members.");
        assertThat(owner.after(owner.post("/forms/starter")))
                .contains("15 forms added", "Group confidentiality agreement");
        assertThat(owner.page("/forms"))
                .contains("draft for your counsel", "as its authors wrote it", "privacy_contact");
        assertThat(owner.page("/forms/group-confidentiality")).contains("Draft for your counsel. It stays marked");
        assertThat(owner.after(owner.post("/forms/starter"))).contains("You have every form");
        assertThat(owner.page("/packets")).contains("Group confidentiality agreement: required, everybody");
    }

    @Test
    void a_form_is_written_looked_at_published_changed_and_published_again() {
        added();
        assertThat(owner.after(save(1, "[initial kind] I am kind."))).contains("Saved. Members get it only once");
        assertThat(owner.page(DRAFT + "/preview"))
                .contains("I am kind.", "My mark counts as my initials", "Draft for your counsel");
        assertThat(owner.after(publish(2, ""))).contains("Version 1 is published.");

        save(2, "[initial kind] I am always kind.");
        assertThat(owner.page("/forms/house-rules"))
                .contains(
                        "What changed in the English text",
                        "<del dir=\"auto\">I am kind.",
                        "<ins dir=\"auto\">I am always kind.");
        var refused = publish(3, "");
        assertThat(refused).hasStatus(422);
        assertThat(Visitor.text(refused)).contains("Say what changed since version 1");
        assertThat(owner.after(publish(3, "It says always."))).contains("Version 2 is published.");
        assertThat(owner.page("/forms/house-rules/versions/1/en"))
                .contains("I am kind.")
                .doesNotContain("always");
        assertThat(owner.page("/forms/house-rules/versions/2/en")).contains("I am always kind.");
        assertThat(owner.ask("/forms/house-rules/versions/2/es")).hasStatus(404);
        assertThat(owner.ask("/forms/house-rules/versions/3/en")).hasStatus(404);
    }

    @Test
    void a_saving_is_taken_back_and_too_late_it_is_said() {
        added();
        var saved = save(1, "Two.");
        assertThat(owner.after(saved)).contains("action=\"" + DRAFT + "/savings/2/undo\"");
        assertThat(owner.after(owner.post(DRAFT + "/savings/2/undo")))
                .contains("Taken back", "Write or paste the text here.");
        assertThat(owner.after(owner.post(DRAFT + "/savings/2/undo"))).contains("It was too late");
    }

    @Test
    void who_saves_second_sees_what_the_first_changed_and_keeps_their_own_text() {
        added();
        save(1, "Theirs.");
        var late = save(1, "Mine, with <b>care</b>.");

        assertThat(late).hasStatus(409);
        assertThat(Visitor.text(late))
                .contains("saved this draft while you wrote", "<ins dir=\"auto\">Theirs.", "Mine, with &lt;b")
                .contains("name=\"base\" value=\"2\"");
        assertThat(owner.after(save(2, "Mine and theirs."))).contains("Saved.");
    }

    @Test
    void faults_are_said_with_their_line_and_keep_a_draft_from_being_published_alone() {
        added();
        assertThat(owner.after(save(1, "[question a]\nWhat?"))).contains("line 3:", "not yet published");
        assertThat(owner.page(DRAFT + "/preview")).contains("It cannot be shown yet");
        assertThat(Visitor.text(publish(2, ""))).contains("has faults");
        assertThat(owner.post(DRAFT, "base", "2", "text", " ")).hasStatus(422);
        assertThat(owner.post(DRAFT, "base", "two", "text", "kept"))
                .hasStatus(422)
                .bodyText()
                .contains("kept");
    }

    @Test
    void a_text_that_is_code_is_shown_as_text_everywhere() {
        added();
        var attack = "<script>alert(1)</script>\"'><img src=x onerror=a()>";
        save(
                1,
                "# " + attack + "\n\n" + attack + "\n\n[question q: choice, required]\n" + attack + "\n- a | " + attack
                        + "\nhelp: " + attack);
        publish(2, attack);
        for (var page :
                new String[] {DRAFT, DRAFT + "/preview", "/forms/house-rules", "/forms/house-rules/versions/1/en"}) {
            assertThat(owner.page(page)).doesNotContain("<script>alert", "<img src=x");
        }
    }

    @Test
    void counsel_approves_with_a_name_and_a_day_that_has_come() {
        added();
        save(1, "Read this.");
        publish(2, "");
        var early = owner.post("/forms/house-rules/approval", "number", "1", "counsel", "Law & Co", "on", "2027-01-01");
        assertThat(early).hasStatus(422);
        assertThat(Visitor.text(early)).contains("on a day to come", "Law &amp; Co");
        var said = owner.post("/forms/house-rules/approval", "number", "1", "counsel", "Law & Co", "on", "2026-11-20");
        assertThat(owner.after(said))
                .contains("Noted", "Approved by Law &amp; Co on Fri 20 Nov 2026, said Somebody owner");
        assertThat(owner.page("/forms/house-rules")).doesNotContain("It stays marked on every page");
        assertThat(owner.page("/forms/house-rules/versions/1/en")).doesNotContain("Draft for your counsel");
    }

    @Test
    void what_was_published_goes_out_as_a_file_byte_for_byte_and_comes_in_again_as_a_draft() {
        added();
        save(1, "[initial kind] Ich – señor – 王.");
        publish(2, "");
        var answer = owner.ask("/forms/house-rules/versions/1/en/questionnaire.json");
        assertThat(answer).hasStatusOk();
        var json = any.in(
                practice,
                () -> ((Rendition.Text) library.open(new FormId("house-rules"), 1, Language.EN))
                        .version()
                        .json());
        assertThat(Visitor.text(answer)).isEqualTo(json);
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("house-rules-1-en.json");
        assertThat(Visitor.text(owner.ask(DRAFT + "/questionnaire.json"))).contains("\"status\" : \"draft\"");

        var other = json.replace("\"title\" : \"House rules\"", "\"title\" : \"Brought in\"");
        assertThat(owner.after(upload(other))).contains("Saved.", "title: Brought in");
        assertThat(owner.after(upload(other))).contains("The draft says that already.", "title: Brought in");
    }

    @Test
    void a_file_that_is_not_taken_says_why_and_changes_nothing() {
        added();
        var refused = upload(QuestionnaireWriter.write(AnyForm.of(1), 1)
                .replace("\"type\" : ", "\"repeats\" : true, \"type\" : ")
                .replace("\"valueCode\" : \"questionnaire\"", "\"valueCode\" : \"document\""));
        assertThat(refused).hasStatus(422);
        assertThat(Visitor.text(refused)).contains("The file was not brought in", "which is not kept here");
        assertThat(owner.after(upload(""))).contains("Choose a file that is not empty.");
        assertThat(owner.after(owner.post("/forms/house-rules/import"))).contains("Choose a file");
        assertThat(owner.page(DRAFT)).contains("name=\"base\" value=\"1\"");
    }

    private MvcTestResult upload(String json) {
        var file = new MockMultipartFile(
                "questionnaire", "form.json", "application/json", json.getBytes(StandardCharsets.UTF_8));
        return browser.post()
                .uri("/forms/house-rules/import")
                .multipart()
                .file(file)
                .with(csrf())
                .cookie(new Cookie("circlekeeper", owner.token()))
                .exchange();
    }

    @Test
    void a_kind_gets_a_packet_of_its_own_and_gives_it_up() {
        owner.post("/forms/starter");
        var type = any.in(
                practice,
                () -> groups.type("Process group", ProcedureCode.GROUP_PSYCHOTHERAPY, false)
                        .id());
        var page = "/packets/" + type;
        assertThat(owner.page(page)).contains("Papers of Process group", "This kind takes the packet for all");
        assertThat(owner.post(page, "base", "0")).hasStatus(422);
        var wrong = owner.post(page, "base", "0", "need-history", "REQUIRED", "place-history", "first");
        assertThat(wrong).hasStatus(422);
        assertThat(Visitor.text(wrong)).contains("Write a whole number.");
        var own = owner.post(
                page,
                "base",
                "0",
                "need-history",
                "REQUIRED",
                "place-history",
                "2",
                "applies-history",
                "EVERYBODY",
                "need-fees-and-absences",
                "OFFERED",
                "place-fees-and-absences",
                "1");
        assertThat(owner.after(own)).contains("Version 1 of the packet", "Fees and absences: offered, everybody");
        assertThat(owner.post(page, "base", "0", "need-history", "REQUIRED")).hasStatus(422);
        assertThat(owner.after(owner.post(page + "/general", "base", "1")))
                .contains("It takes the packet for all again.");
        assertThat(owner.after(owner.post("/packets/" + Packet.EVERYBODY + "/general", "base", "1")))
                .contains("The packet for all has no other to take");
    }

    @Test
    void a_form_is_retired_only_when_no_packet_has_it_and_comes_back() {
        owner.post("/forms/starter");
        assertThat(owner.post("/forms/phq-9/retirement")).hasStatus(422);
        assertThat(owner.after(owner.post("/forms/history/retirement", "why", "old")))
                .contains("It stands in the packet for all");
        assertThat(owner.after(owner.post("/forms/phq-9/retirement", "why", "old")))
                .contains("Retired.", "Take it into use again");
        assertThat(owner.after(owner.post("/forms/phq-9/return"))).contains("It is back.");
    }

    @Test
    void words_of_the_practice_are_kept_and_a_gap_is_told() {
        owner.post("/forms/starter");
        assertThat(owner.page("/forms/privacy-notice/versions/1/en"))
                .contains("Nothing is known yet for notice_from, privacy_contact");
        assertThat(owner.post("/forms/words", "privacy_contact", "x".repeat(301)))
                .hasStatus(422);
        assertThat(owner.after(owner.post("/forms/words", "privacy_contact", "Dana Whitfield", "unknown", "x")))
                .contains("Saved.", "Dana Whitfield");
        assertThat(owner.page("/forms/privacy-notice/versions/1/en"))
                .contains("Nothing is known yet for notice_from.", "Dana Whitfield");
    }

    @Test
    void what_is_typed_wrongly_says_what_to_do() {
        added();
        var taken = owner.post("/forms", "title", "Other", "name", "house-rules", "kind", "DOCUMENT", "language", "EN");
        assertThat(taken).hasStatus(422);
        assertThat(Visitor.text(taken)).contains("A form of that name is there.", "value=\"Other\"");
        assertThat(owner.post("/forms", "title", "T", "name", "Big Name", "kind", "DOCUMENT", "language", "EN"))
                .hasStatus(422)
                .bodyText()
                .contains("small letters");
        assertThat(owner.ask("/forms/nothing-here")).hasStatus(404);
        assertThat(owner.ask(DRAFT.replace("/en", "/fr"))).hasStatus(404);
        assertThat(owner.page(DRAFT.replace("/en", "/es"))).contains("The text in the other language");
    }

    @Test
    void compliance_keeps_forms_too_and_nobody_else_does() {
        var compliance = as(Role.COMPLIANCE);
        assertThat(compliance.page("/audit")).contains("href=\"/forms\"");
        assertThat(compliance.page("/forms")).contains("Papers and forms");
        for (var role : new Role[] {Role.THERAPIST, Role.BILLER, Role.COORDINATOR}) {
            assertThat(as(role).ask("/forms")).hasStatus(403);
        }
        assertThat(owner.page("/settings")).contains("href=\"/forms\"");
    }
}
