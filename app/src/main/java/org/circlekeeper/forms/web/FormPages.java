package org.circlekeeper.forms.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.forms.Draft;
import org.circlekeeper.forms.Drafts;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.Form.Publication;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormStatus;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.LineDiff;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.forms.Taken;
import org.circlekeeper.forms.plain.PlainWriter;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.Practices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers the page of one form. */
@Component
@ConditionalOnWebApplication
class FormPages {

    private final FormLibrary library;
    private final Drafts drafts;
    private final Practices practices;

    FormPages(FormLibrary library, Drafts drafts, Practices practices) {
        this.library = library;
        this.drafts = drafts;
        this.practices = practices;
    }

    /** What stands in the way is said above the form that was sent. */
    ModelAndView show(Form form, Filled sent, List<String> refused) {
        var zone = practices.current().zone();
        var last = form.versions().stream().findFirst();
        var known = drafts.of(form.id());
        var rows = new ArrayList<FormPage.DraftRow>();
        Arrays.stream(Language.values())
                .forEach(language -> rows.add(row(
                        form,
                        language,
                        known.stream()
                                .filter(draft -> draft.language() == language)
                                .findFirst(),
                        last,
                        zone)));
        var page = new FormPage(
                "/forms/" + form.id(),
                form.title(),
                form.id().value(),
                form.kind().onScreen(),
                FormsController.tone(form.status()),
                form.status().onScreen(),
                last.filter(Publication::isDraft).isPresent() || last.isEmpty(),
                form.status() == FormStatus.RETIRED,
                form.kind() == Kind.DOCUMENT,
                form.twoSign(),
                last.map(Publication::number).orElse(0) + 1,
                form.versions().stream().map(one -> version(form, one, zone)).toList(),
                rows,
                last.filter(Publication::isDraft).map(Publication::number).orElse(null),
                practices.today(),
                refused,
                sent);
        var view = new ModelAndView("org/circlekeeper/forms/web/form", "page", page);
        view.setStatus(sent.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static FormPage.VersionRow version(Form form, Publication one, ZoneId zone) {
        var approval = one.approval();
        var links = one.languages().stream()
                .sorted()
                .map(language -> new FormPage.Link(
                        language.onScreen(),
                        "/forms/" + form.id() + "/versions/" + one.number() + "/" + language.tag()))
                .toList();
        return new FormPage.VersionRow(
                one.number(),
                Words.moment(one.at(), zone),
                one.by(),
                one.says(),
                links,
                one.isDraft() ? Tone.WAIT : Tone.GOOD,
                one.instrument()
                        ? "As its authors wrote it"
                        : approval == null
                                ? "Draft for your counsel"
                                : "Approved by " + approval.counsel() + " on " + Words.day(approval.on()) + ", said "
                                        + approval.saidBy());
    }

    private FormPage.DraftRow row(
            Form form, Language language, Optional<Draft> draft, Optional<Publication> last, ZoneId zone) {
        var published = last.filter(one -> one.languages().contains(language))
                .map(one -> published(form, one.number(), language))
                .orElse(null);
        var text = draft.map(one -> laidOut(one, form)).orElse("");
        boolean same = text.equals(published);
        return new FormPage.DraftRow(
                language.onScreen(),
                language.tag(),
                "/forms/" + form.id() + "/drafts/" + language.tag(),
                draft.map(Draft::revision).orElse(0),
                draft.map(one -> "Saved by " + one.by() + ", " + Words.moment(one.at(), zone))
                        .orElse("Not begun"),
                draft.isEmpty() ? Tone.NONE : same ? Tone.GOOD : Tone.WAIT,
                draft.isEmpty()
                        ? "Not written"
                        : same
                                ? "As version " + last.orElseThrow().number()
                                : published == null ? "Not published yet" : "Changed",
                draft.isPresent() && !same,
                published == null || same ? List.of() : LineDiff.of(published, text));
    }

    /** A version as plain text, to set beside a draft. */
    private String published(Form form, int number, Language language) {
        return switch (library.open(form.id(), number, language)) {
            case Rendition.Text text -> PlainWriter.write(text.version().questionnaire());
            case Rendition.Missing missing -> missing.sentence();
        };
    }

    /** Two texts that read alike are alike, however they are laid out; one with faults stays as it is. */
    private static String laidOut(Draft draft, Form form) {
        return Drafts.read(draft, form.kind()) instanceof Taken.Whole whole
                ? PlainWriter.write(whole.questionnaire())
                : draft.text();
    }
}
