package org.circlekeeper.portal.papers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.forms.Filling;
import org.circlekeeper.forms.FormPage;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.Placeholders;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.portal.Unsent;
import org.circlekeeper.portal.papers.SentFiles.Sent;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One question of a paper at a time. Each answer is kept as it is sent, so that one can stop and go on later. */
@Controller
@ConditionalOnWebApplication
public class QuestionsController {

    private final OwnPapers papers;
    private final Turns turns;
    private final MemberPapers moving;
    private final Sheets sheets;
    private final SentFiles files;
    private final CallsForHelp help;
    private final Practices practices;
    private final AuditTrail audit;
    private final Shells shells;
    private final Unsent unsent;

    QuestionsController(
            OwnPapers papers,
            Turns turns,
            MemberPapers moving,
            Sheets sheets,
            SentFiles files,
            CallsForHelp help,
            Practices practices,
            AuditTrail audit,
            Shells shells,
            Unsent unsent) {
        this.papers = papers;
        this.turns = turns;
        this.moving = moving;
        this.sheets = sheets;
        this.files = files;
        this.help = help;
        this.practices = practices;
        this.audit = audit;
        this.shells = shells;
        this.unsent = unsent;
    }

    /**
     * A paper that can be answered, the page of it that is asked for, and whether what was typed before stands there.
     */
    private record At(OwnPapers.Opened opened, List<FormPage> pages, int number, boolean again) {

        At(OwnPapers.Opened opened, List<FormPage> pages, int number) {
            this(opened, pages, number, false);
        }

        FormPage page() {
            return pages.get(number - 1);
        }

        String href() {
            return "/portal/papers/" + opened.paper().id();
        }

        String action() {
            return href() + "/pages/" + number;
        }
    }

    @ForMembers(MemberPart.FORMS)
    @GetMapping("/portal/papers/{id}/pages/{number}")
    Object ask(SignedInMember who, Tongue tongue, @PathVariable PaperId id, @PathVariable int number) {
        var opened = papers.read(who, id);
        if (!turns.mayAnswer(who, opened) || opened.hasGaps()) {
            return Next.to("/portal/papers/" + id);
        }
        var at = at(opened, number);
        return page(typedBefore(at, who).orElse(at), List.of(), null, who, tongue);
    }

    /** The page with what was typed on it before a sign-in ended, while the same question stands there. */
    private Optional<At> typedBefore(At at, SignedInMember who) {
        var typed = unsent.of(who, at.action());
        var question = at.page().question();
        if (question == null || !question.linkId().equals(typed.get(QuestionPage.ASKED))) {
            return Optional.empty();
        }
        var answers = Answers.typed(at.opened().version().questionnaire(), typed);
        return answers.value(question.linkId())
                .map(value -> at.opened().with(at.opened().answers().with(question.linkId(), value)))
                .map(given -> new At(given, at.pages(), at.number(), true));
    }

    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/pages/{number}")
    Object answer(
            SignedInMember who,
            Tongue tongue,
            @PathVariable PaperId id,
            @PathVariable int number,
            @RequestParam Map<String, String> typed,
            @RequestParam Map<String, MultipartFile> sent)
            throws IOException {
        var opened = papers.read(who, id);
        if (!turns.mayAnswer(who, opened)) {
            return Next.to("/portal/papers/" + id);
        }
        var asked = asked(opened, number, typed);
        if (asked.isEmpty()) {
            return Next.to("/portal/papers/" + id);
        }
        var at = asked.get();
        var question = at.page().question();
        if (question == null) {
            return after(at);
        }
        return switch (given(opened, question, typed, file(question, sent), who, tongue)) {
            case Given.Refused refused -> page(at, List.of(), refused.sentence(), who, tongue);
            case Given.Value value -> kept(id, question.linkId(), value.answer(), who, tongue);
        };
    }

    /**
     * The page that was sent: that of the question which stood on it, wherever other answers have put it since; empty
     * when that question is not asked any more.
     */
    private static Optional<At> asked(OwnPapers.Opened opened, int number, Map<String, String> typed) {
        var linkId = typed.getOrDefault(QuestionPage.ASKED, "");
        return linkId.isEmpty() ? Optional.of(at(opened, number)) : at(opened, linkId);
    }

    /** What somebody has sent in answer to one question. */
    private sealed interface Given {

        record Value(String answer) implements Given {}

        record Refused(String sentence) implements Given {}
    }

    /** The file that was chosen, or else the photo that was taken beside it. */
    private static @Nullable MultipartFile file(Item.Question question, Map<String, MultipartFile> sent) {
        var chosen = sent.get(question.linkId());
        return chosen == null || chosen.isEmpty() ? sent.get(question.linkId() + Answers.PHOTO_FIELD) : chosen;
    }

    /** A file that was chosen is kept among the member's documents; without one, the one that was sent before stays. */
    private Given given(
            OwnPapers.Opened opened,
            Item.Question question,
            Map<String, String> typed,
            @Nullable MultipartFile file,
            SignedInMember who,
            Tongue tongue)
            throws IOException {
        if (!(question.answering() instanceof Answering.File)) {
            var answers = Answers.typed(opened.version().questionnaire(), typed);
            return new Given.Value(answers.value(question.linkId()).orElse(""));
        }
        if (file == null || file.isEmpty()) {
            return new Given.Value(opened.answers().value(question.linkId()).orElse(""));
        }
        return switch (files.keep(who, opened, file, tongue)) {
            case Sent.Kept kept -> new Given.Value(kept.id().toString());
            case Sent.Refused refused ->
                new Given.Refused(tongue.say("papers.file.refused") + " " + refused.sentence());
        };
    }

    /**
     * Keeps one answer beside the others as they stand now: two who answer at one moment wait for each other here, and
     * neither is lost. A mark that is not set is taken away.
     */
    private Object kept(PaperId id, String linkId, String answer, SignedInMember who, Tongue tongue) {
        audit.hold();
        var opened = papers.read(who, id);
        var asked = at(opened, linkId);
        var questionnaire = opened.version().questionnaire();
        var before = opened.answers().value(linkId);
        if (!turns.mayAnswer(who, opened) || asked.isEmpty()) {
            takeOff(questionnaire.question(linkId), Optional.of(answer), before.orElse(""), who);
            return Next.to("/portal/papers/" + id);
        }
        var given = opened.with(opened.answers().with(linkId, answer));
        var problems = Filling.check(questionnaire, given.answers()).stream()
                .filter(one -> one.linkId().equals(linkId))
                .toList();
        int number = asked.get().number();
        if (!problems.isEmpty()) {
            return page(new At(given, asked.get().pages(), number), problems, null, who, tongue);
        }
        if (opened.paper().status() == PaperStatus.TO_DO) {
            moving.begun(id, who.actor());
        }
        sheets.keep(id, given.answers(), who.actor());
        unsent.forget(who, asked.get().action());
        takeOff(questionnaire.question(linkId), before, answer, who);
        help.hear(given, linkId, before, who);
        return after(new At(given, Filling.pages(questionnaire, given.answers()), number));
    }

    /** Of two files for one question the one that its answer does not name is taken off the record. */
    private void takeOff(Optional<Item.Question> question, Optional<String> gone, String stays, SignedInMember who) {
        question.filter(one -> one.answering() instanceof Answering.File)
                .flatMap(_ -> gone)
                .filter(id -> !id.isEmpty() && !id.equals(stays))
                .ifPresent(id -> files.replaced(who, id));
    }

    private static Next after(At at) {
        return Next.to(
                at.number() < at.pages().size() ? at.href() + "/pages/" + (at.number() + 1) : at.href() + "/whole");
    }

    private static At at(OwnPapers.Opened opened, int number) {
        var pages = Filling.pages(opened.version().questionnaire(), opened.answers());
        if (number < 1 || number > pages.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new At(opened, pages, number);
    }

    private static Optional<At> at(OwnPapers.Opened opened, String linkId) {
        var pages = Filling.pages(opened.version().questionnaire(), opened.answers());
        for (int number = 1; number <= pages.size(); number++) {
            var question = pages.get(number - 1).question();
            if (question != null && question.linkId().equals(linkId)) {
                return Optional.of(new At(opened, pages, number));
            }
        }
        return Optional.empty();
    }

    private ModelAndView page(
            At at, List<Filling.Problem> problems, @Nullable String wrong, SignedInMember who, Tongue tongue) {
        papers.noteShown(who, "a paper");
        var opened = at.opened();
        var version = opened.version();
        var question = at.page().question();
        var view = new ModelAndView(
                "org/circlekeeper/portal/papers/question",
                "page",
                new QuestionPage(
                        shells.of(who, tongue),
                        at.href(),
                        opened.title(),
                        version.language().tag(),
                        about(at),
                        version.isDraftOn(practices.today()) ? FormRenderer.draftMark(version.language()) : "",
                        version.questionnaire().copyright(),
                        opened.crisis(),
                        FormRenderer.reads(at.page(), opened.words()),
                        question == null
                                ? null
                                : FormRenderer.question(
                                        question, version.language(), opened.answers(), problems, opened.words()),
                        at.number(),
                        at.pages().size(),
                        question != null && question.answering() instanceof Answering.File,
                        wrong,
                        at.again()));
        view.setStatus(problems.isEmpty() && wrong == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** The stem of a measure belongs to each of its questions; what a document is about is read once, first. */
    private static String about(At at) {
        var opened = at.opened();
        return opened.signs() && at.number() > 1
                ? ""
                : Placeholders.fill(opened.version().questionnaire().about(), opened.words());
    }
}
