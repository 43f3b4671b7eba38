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
import org.circlekeeper.practice.AnyPractice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A measure that is brought in as a file, written by others. */
@PracticeTest
class MeasureFromElsewhereTest {

    private static final String SCORE =
            "{\"url\": \"http://hl7.org/fhir/StructureDefinition/ordinalValue\", \"valueDecimal\":";
    private static final String CALLS =
            ", \"extension\": [{\"url\": \"https://circlekeeper.example/fhir/crisis\", \"valueBoolean\": true}]";

    @Autowired
    AnyPractice any;

    @Autowired
    People people;

    @Autowired
    SignIns signIns;

    @Autowired
    MockMvcTester browser;

    @Test
    void it_is_said_when_no_answer_in_it_calls_for_help() {
        var practice = any.open();
        var person = people.add("owner@" + practice + ".example", "Somebody");
        people.giveRole(practice, person, Role.OWNER, TESTER);
        var owner = new Visitor(browser, signIns.begin(person, practice));
        owner.post("/forms", "title", "Moods", "name", "moods", "kind", "QUESTIONNAIRE", "language", "EN");

        assertThat(broughtIn(owner, "")).contains("Saved.", "No answer in it calls for help");
        assertThat(broughtIn(owner, CALLS)).contains("Saved.").doesNotContain("No answer in it calls for help");
    }

    private String broughtIn(Visitor owner, String extension) {
        var json = """
                {"resourceType": "Questionnaire", "language": "en", "title": "Moods", "item": [
                  {"linkId": "9", "type": "choice", "text": "Thoughts of hurting yourself", "required": true%1$s,
                   "answerOption": [
                     {"valueCoding": {"code": "0", "display": "Not at all"}, "extension": [%2$s 0}]},
                     {"valueCoding": {"code": "1", "display": "Several days"}, "extension": [%2$s 1}]}]}]}
                """.formatted(extension, SCORE);
        var file = new MockMultipartFile(
                "questionnaire", "form.json", "application/json", json.getBytes(StandardCharsets.UTF_8));
        return owner.after(browser.post()
                .uri("/forms/moods/import")
                .multipart()
                .file(file)
                .with(csrf())
                .cookie(new Cookie("circlekeeper", owner.token()))
                .exchange());
    }
}
