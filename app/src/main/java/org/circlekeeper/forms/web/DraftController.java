package org.circlekeeper.forms.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.forms.Draft;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.Drafts.Saving;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.LineDiff;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.forms.Taken;
import org.circlekeeper.forms.Texts;
import org.circlekeeper.forms.fhir.QuestionnaireReader;
import org.circlekeeper.forms.plain.PlainReader;
import org.circlekeeper.forms.plain.PlainWriter;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The editor: the plain text of a form in one language. */
@Controller
@ConditionalOnWebApplication
public class DraftController {

    private static final String SAVED = "Saved. Members get it only once it is published.";

    private final FormLibrary library;
    private final Drafts drafts;

    DraftController(FormLibrary library, Drafts drafts) {
        this.library = library;
        this.drafts = drafts;
    }

    /**
     * Everything the editor shows.
     *
     * @param base the saving that the text began from
     * @param faults what keeps it from being published
     * @param theirs what somebody else saved meanwhile, line by line; empty when nobody did
     * @param overtaken who did; null when nobody did
     * @param undo where the last saving is taken back; null when there is none before it
     * @param other the text in another language, to set beside it; empty when there is none
     */
    public record Page(
            String href,
            String formHref,
            String title,
            String language,
            int base,
            List<Fault> faults,
            List<LineDiff.Line> theirs,
            @Nullable String overtaken,
            @Nullable String undo,
            String other,
            int longest,
            Filled form) {}

    @Needs(Permission.KEEP_FORMS)
    @GetMapping("/forms/{id}/drafts/{language}")
    ModelAndView show(SignedIn who, @PathVariable FormId id, @PathVariable String language) {
        var form = Opening.form(library, id);
        var in = Opening.language(language);
        var draft = drafts.find(id, in);
        var base = draft.map(Draft::revision).orElse(0);
        var text = draft.map(Draft::text).orElse("title: ");
        return page(form, in, base, Filled.blank("draft").with("text", text), Optional.empty());
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/{id}/drafts/{language}")
    Object save(
            SignedIn who,
            @PathVariable FormId id,
            @PathVariable String language,
            @RequestParam Map<String, String> typed) {
        var form = Opening.form(library, id);
        var in = Opening.language(language);
        var filled = Filled.in("draft", typed);
        var base = filled.read("base", "Load the page again.", Filled.whole(0, Integer.MAX_VALUE - 1));
        var text = Texts.clean(filled.value("text"));
        if (text.isEmpty()) {
            filled.refuse("text", "Write the text of the form.");
        }
        if (text.length() > PlainReader.LONGEST) {
            filled.refuse("text", "Split it: " + PlainReader.LONGEST + " characters are the most. It was not saved.");
        }
        if (filled.isWrong()) {
            return page(form, in, base.orElse(0), filled, Optional.empty());
        }
        var to = Next.to("/forms/" + id + "/drafts/" + language);
        return switch (drafts.save(id, in, base.orElseThrow(), text, who.actor())) {
            case Saving.Saved saved -> saved(to, id, language, saved.draft(), SAVED);
            case Saving.Same _ -> to.saying("It was saved like that already.");
            case Saving.Overtaken overtaken ->
                page(form, in, base.orElseThrow(), filled, Optional.of(overtaken.theirs()));
        };
    }

    /** Files of others do not say which answer calls for help: nobody is asked to look by themselves then. */
    private static String unheard(Questionnaire questionnaire) {
        return questionnaire.isScored() && questionnaire.callingForHelp().isEmpty()
                ? " No answer in it calls for help: nobody is told, whatever is ticked. If a question asks about harm,"
                        + " write \"calls for help\" into its line."
                : "";
    }

    private static Next saved(Next to, FormId id, String language, Draft draft, String says) {
        var saved = to.saying(says);
        return draft.revision() == 1
                ? saved
                : saved.undo("/forms/" + id + "/drafts/" + language + "/savings/" + draft.revision() + "/undo");
    }

    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/{id}/drafts/{language}/savings/{revision}/undo")
    Next undo(SignedIn who, @PathVariable FormId id, @PathVariable String language, @PathVariable int revision) {
        Opening.form(library, id);
        var in = Opening.language(language);
        var to = Next.to("/forms/" + id + "/drafts/" + language);
        return drafts.undo(id, in, revision, who.actor()).isPresent()
                ? to.saying("Taken back: the text stands as it was before that saving.")
                : to.refusing(
                        "It was too late: somebody saved meanwhile, or there is nothing before it. Look at the text.");
    }

    /** A file is brought in as a draft of its own language; what stood there can be taken again. */
    @Needs(Permission.KEEP_FORMS)
    @PostMapping("/forms/{id}/import")
    Object bringIn(
            SignedIn who,
            @PathVariable FormId id,
            @RequestParam(name = "questionnaire", required = false) @Nullable MultipartFile file)
            throws IOException {
        var form = Opening.form(library, id);
        var bytes = file == null ? new byte[0] : file.getInputStream().readNBytes(QuestionnaireReader.LARGEST + 1);
        if (bytes.length == 0) {
            return Next.to("/forms/" + id).refusing("Choose a file that is not empty.");
        }
        return switch (QuestionnaireReader.read(bytes, id, form.kind())) {
            case Taken.Refused refused -> refused(form, refused.faults());
            case Taken.Whole whole -> {
                var in = whole.questionnaire().language();
                int base = drafts.find(id, in).map(Draft::revision).orElse(0);
                var text = PlainWriter.write(whole.questionnaire());
                var to = Next.to("/forms/" + id + "/drafts/" + in.tag());
                yield switch (drafts.save(id, in, base, text, who.actor())) {
                    case Saving.Saved saved ->
                        saved(to, id, in.tag(), saved.draft(), SAVED + unheard(whole.questionnaire()));
                    case Saving.Same _ -> to.refusing("The draft says that already.");
                    case Saving.Overtaken overtaken ->
                        page(form, in, base, Filled.blank("draft").with("text", text), Optional.of(overtaken.theirs()));
                };
            }
        };
    }

    private static ModelAndView refused(Form form, List<Fault> faults) {
        var page = new RefusedFile("/forms/" + form.id(), form.title(), faults);
        var view = new ModelAndView("org/circlekeeper/forms/web/refused-file", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** Why a file was not brought in. */
    public record RefusedFile(String href, String title, List<Fault> faults) {}

    private ModelAndView page(Form form, Language in, int base, Filled filled, Optional<Draft> theirs) {
        var text = filled.value("text");
        var before = drafts.revision(form.id(), in, base).map(Draft::text).orElse("");
        var href = "/forms/" + form.id() + "/drafts/" + in.tag();
        var faults = base == 0 && !filled.isWrong() && theirs.isEmpty() ? List.<Fault>of() : faults(form, in, text);
        var page = new Page(
                href,
                "/forms/" + form.id(),
                form.title(),
                in.onScreen(),
                theirs.map(Draft::revision).orElse(base),
                faults,
                theirs.map(draft -> LineDiff.of(before, draft.text())).orElse(List.of()),
                theirs.map(Draft::by).orElse(null),
                base > 1 && theirs.isEmpty() ? href + "/savings/" + base + "/undo" : null,
                other(form, in),
                PlainReader.LONGEST,
                filled);
        var view = new ModelAndView("org/circlekeeper/forms/web/draft", "page", page);
        view.setStatus(
                theirs.isPresent()
                        ? HttpStatus.CONFLICT
                        : filled.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static List<Fault> faults(Form form, Language in, String text) {
        return PlainReader.read(Texts.clean(text), form.id(), form.kind(), in) instanceof Taken.Refused refused
                ? refused.faults()
                : List.of();
    }

    private String other(Form form, Language in) {
        return drafts.of(form.id()).stream()
                .filter(draft -> draft.language() != in)
                .map(Draft::text)
                .findFirst()
                .orElse("");
    }
}
