package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.access.Open;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.forms.Days;
import org.circlekeeper.forms.DocumentView;
import org.circlekeeper.forms.Filling;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormPage;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.forms.FormVersion;
import org.circlekeeper.forms.Placeholders;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.portal.Entrance;
import org.circlekeeper.portal.PortalCookie;
import org.circlekeeper.portal.Shell;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The notice of privacy practices that is in use, for everybody to read at any time (45 CFR 164.520(c)(3)). */
@Controller
@ConditionalOnWebApplication
public class PrivacyController {

    private static final FormId NOTICE = new FormId("privacy-notice");

    private final FormLibrary forms;
    private final Practices practices;
    private final Shells shells;
    private final PracticeScope scope;

    PrivacyController(FormLibrary forms, Practices practices, Shells shells, PracticeScope scope) {
        this.forms = forms;
        this.practices = practices;
        this.shells = shells;
        this.scope = scope;
    }

    /**
     * Everything the page shows.
     *
     * @param notice null while there is none in this language: it falls back to no other
     * @param back from where it was opened
     */
    public record Page(Shell shell, @Nullable Notice notice, String back) {

        public String title() {
            return notice == null ? shell.say("privacy.title") : notice.title();
        }

        public String say(String name, Object... given) {
            return shell.say(name, given);
        }
    }

    /** The text, without the place to mark that one has got it. */
    public record Notice(
            String title, String language, String about, String draft, List<DocumentView.Part> reads, int version) {

        public Notice {
            reads = List.copyOf(reads);
        }
    }

    @Open(because = "A practice shows its notice to everybody; it tells of nobody.")
    @GetMapping("/portal/at/{key}/privacy")
    ModelAndView atTheDoor(HttpServletRequest request, @PathVariable String key) {
        var tongue = Tongue.of(PortalCookie.language(request));
        var practice = Entrance.practice(key);
        var shell = practice.flatMap(id -> shells.of(id, tongue));
        if (practice.isEmpty() || shell.isEmpty()) {
            var view = new ModelAndView("org/circlekeeper/portal/web/whose", "page", Shells.ofNone(tongue));
            view.setStatus(HttpStatus.NOT_FOUND);
            return view;
        }
        return scope.in(practice.get(), () -> page(shell.get(), Entrance.at(practice.get())));
    }

    @ForMembers(MemberPart.ANY)
    @GetMapping("/portal/privacy")
    ModelAndView show(SignedInMember who, Tongue tongue) {
        return page(shells.of(who, tongue), "/portal");
    }

    private ModelAndView page(Shell shell, String back) {
        var page = new Page(shell, notice(shell).orElse(null), back);
        return new ModelAndView("org/circlekeeper/portal/web/privacy", "page", page);
    }

    /** Empty while it is not published in this language, or has a gap in it. */
    private Optional<Notice> notice(Shell shell) {
        return forms.find(NOTICE)
                .flatMap(Form::current)
                .map(current -> forms.open(NOTICE, current.number(), shell.language()))
                .filter(Rendition.Text.class::isInstance)
                .map(Rendition.Text.class::cast)
                .flatMap(text -> notice(text.version()));
    }

    private Optional<Notice> notice(FormVersion version) {
        var words = new HashMap<>(forms.placeholders());
        words.put("day", Days.say(practices.today(), version.language()));
        var questionnaire = version.questionnaire();
        var reads = Filling.pages(questionnaire, Answers.none()).stream()
                .flatMap(page -> FormRenderer.reads(readAlone(page), words).stream())
                .toList();
        return Placeholders.missing(questionnaire, words).isEmpty()
                ? Optional.of(new Notice(
                        Placeholders.fill(questionnaire.title(), words),
                        version.language().tag(),
                        Placeholders.fill(questionnaire.about(), words),
                        version.isDraftOn(practices.today()) ? FormRenderer.draftMark(version.language()) : "",
                        reads,
                        version.number()))
                : Optional.empty();
    }

    /** What is read on a page: not its question, nor the heading of that alone. */
    private static FormPage readAlone(FormPage page) {
        var reads = new ArrayList<>(page.reads());
        while (page.question() != null && !reads.isEmpty() && reads.getLast() instanceof FormPage.Read.Heading) {
            reads.removeLast();
        }
        return new FormPage(reads, null);
    }
}
