package org.circlekeeper.forms.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.forms.DocumentView;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.forms.Placeholders;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.forms.Taken;
import org.circlekeeper.forms.fhir.QuestionnaireWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A form as a member reads it on a telephone, as a draft and as it was published; and as a file. */
@Controller
@ConditionalOnWebApplication
public class ReadingController {

    private final FormLibrary library;
    private final Drafts drafts;

    ReadingController(FormLibrary library, Drafts drafts) {
        this.library = library;
        this.drafts = drafts;
    }

    /**
     * Everything the page shows.
     *
     * @param document null when the draft has faults
     * @param gaps the places for which nothing is known yet
     * @param sha256 of what was published; empty of a draft
     */
    public record Page(
            String formHref,
            String title,
            String says,
            @Nullable DocumentView document,
            List<Fault> faults,
            List<String> gaps,
            @Nullable String editor,
            @Nullable String file,
            String sha256) {}

    @Needs(Permission.KEEP_FORMS)
    @GetMapping("/forms/{id}/drafts/{language}/preview")
    ModelAndView draft(SignedIn who, @PathVariable FormId id, @PathVariable String language) {
        var form = Opening.form(library, id);
        var in = Opening.language(language);
        var draft = drafts.find(id, in).orElseThrow(Opening::nothing);
        var says =
                "The " + in.onScreen() + " draft as a member would read it on a telephone. Nothing typed here is kept.";
        var editor = "/forms/" + id + "/drafts/" + language;
        return view(
                switch (Drafts.read(draft, form.kind())) {
                    case Taken.Whole whole -> page(form, says, whole.questionnaire(), true, editor, null, "");
                    case Taken.Refused refused ->
                        new Page(
                                "/forms/" + id,
                                form.title(),
                                says,
                                null,
                                refused.faults(),
                                List.of(),
                                editor,
                                null,
                                "");
                });
    }

    @Needs(Permission.KEEP_FORMS)
    @GetMapping("/forms/{id}/versions/{number}/{language}")
    ModelAndView version(
            SignedIn who, @PathVariable FormId id, @PathVariable int number, @PathVariable String language) {
        var form = Opening.form(library, id);
        var in = Opening.language(language);
        return switch (library.open(id, number, in)) {
            case Rendition.Missing _ -> throw Opening.nothing();
            case Rendition.Text text -> {
                var version = text.version();
                var says = "Version " + number + " in " + in.onScreen()
                        + ", as a member reads it on a telephone. It never changes.";
                boolean mark = !version.questionnaire().isInstrument() && version.approval() == null;
                var file = "/forms/" + id + "/versions/" + number + "/" + language + "/questionnaire.json";
                yield view(page(form, says, version.questionnaire(), mark, null, file, version.sha256()));
            }
        };
    }

    /** What was published, byte for byte. */
    @Needs(Permission.KEEP_FORMS)
    @GetMapping("/forms/{id}/versions/{number}/{language}/questionnaire.json")
    ResponseEntity<byte[]> file(
            SignedIn who, @PathVariable FormId id, @PathVariable int number, @PathVariable String language) {
        return switch (library.open(id, number, Opening.language(language))) {
            case Rendition.Missing _ -> throw Opening.nothing();
            case Rendition.Text text ->
                json(id + "-" + number + "-" + language, text.version().json());
        };
    }

    /** A draft, to be worked on elsewhere. */
    @Needs(Permission.KEEP_FORMS)
    @GetMapping("/forms/{id}/drafts/{language}/questionnaire.json")
    ResponseEntity<byte[]> draftFile(SignedIn who, @PathVariable FormId id, @PathVariable String language) {
        var form = Opening.form(library, id);
        var draft = drafts.find(id, Opening.language(language)).orElseThrow(Opening::nothing);
        return Drafts.read(draft, form.kind()) instanceof Taken.Whole whole
                ? json(id + "-draft-" + language, QuestionnaireWriter.write(whole.questionnaire(), null))
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/forms/" + id + "/drafts/" + language + "/preview")
                        .build();
    }

    private static ResponseEntity<byte[]> json(String name, String json) {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "fhir+json", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".json")
                                .build()
                                .toString())
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    private Page page(
            Form form,
            String says,
            Questionnaire questionnaire,
            boolean draft,
            @Nullable String editor,
            @Nullable String file,
            String sha256) {
        var known = library.placeholders();
        var gaps = Placeholders.missing(questionnaire, known).stream()
                .filter(name -> !Placeholders.OF_PAPER.contains(name)
                        && !Placeholders.OF_MEMBER.contains(name)
                        && !Placeholders.OF_ESTIMATE.contains(name))
                .toList();
        return new Page(
                "/forms/" + form.id(),
                form.title(),
                says,
                FormRenderer.whole(questionnaire, known, draft && !questionnaire.isInstrument()),
                List.of(),
                gaps,
                editor,
                file,
                sha256);
    }

    private static ModelAndView view(Page page) {
        return new ModelAndView("org/circlekeeper/forms/web/reading", "page", page);
    }
}
