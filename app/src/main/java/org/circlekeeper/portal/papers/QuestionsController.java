package org.circlekeeper.portal.papers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.documents.DocumentKind;
import org.circlekeeper.documents.Documents;
import org.circlekeeper.documents.Stored;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.forms.Filling;
import org.circlekeeper.forms.FormPage;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.Sheets;
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
    private final MemberPapers moving;
    private final Sheets sheets;
    private final Documents documents;
    private final Practices practices;
    private final Shells shells;

    QuestionsController(
            OwnPapers papers,
            MemberPapers moving,
            Sheets sheets,
            Documents documents,
            Practices practices,
            Shells shells) {
        this.papers = papers;
        this.moving = moving;
        this.sheets = sheets;
        this.documents = documents;
        this.practices = practices;
        this.shells = shells;
    }

    /** A paper that can be answered, and the page of it that is asked for. */
    private record At(OwnPapers.Opened opened, List<FormPage> pages, int number) {

        FormPage page() {
            return pages.get(number - 1);
        }

        String href() {
            return "/portal/papers/" + opened.paper().id();
        }
    }

    @ForMembers(MemberPart.FORMS)
    @GetMapping("/portal/papers/{id}/pages/{number}")
    Object ask(SignedInMember who, Tongue tongue, @PathVariable PaperId id, @PathVariable int number) {
        var opened = papers.open(who, id);
        if (!opened.paper().status().isOpen()) {
            return Next.to("/portal/papers/" + id + "/done");
        }
        return page(at(opened, number), opened.answers(), List.of(), null, who, tongue);
    }

    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/{id}/pages/{number}")
    Object answer(
            SignedInMember who,
            Tongue tongue,
            @PathVariable PaperId id,
            @PathVariable int number,
            @RequestParam Map<String, String> typed,
            @RequestParam Map<String, MultipartFile> files)
            throws IOException {
        var opened = papers.open(who, id);
        if (!opened.paper().status().isOpen()) {
            return Next.to("/portal/papers/" + id + "/done");
        }
        var at = at(opened, number);
        var question = at.page().question();
        if (question == null) {
            return after(at);
        }
        var file = files.get(question.linkId());
        var given = question.answering() instanceof Answering.File
                ? stored(opened, question.linkId(), file, who)
                : new Given.Whole(given(opened, question.linkId(), typed));
        return switch (given) {
            case Given.Refused refused ->
                page(
                        at,
                        opened.answers(),
                        List.of(),
                        tongue.say("papers.file.refused") + " " + refused.sentence(),
                        who,
                        tongue);
            case Given.Whole whole -> kept(at, question.linkId(), whole.answers(), who, tongue);
        };
    }

    /** What somebody has sent. */
    private sealed interface Given {

        record Whole(Answers answers) implements Given {}

        record Refused(String sentence) implements Given {}
    }

    /** A file that was chosen is kept among the member's documents; without one, the one that was sent before stays. */
    private Given stored(OwnPapers.Opened opened, String linkId, @Nullable MultipartFile file, SignedInMember who)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return new Given.Whole(opened.answers());
        }
        var stored = documents.store(
                DocumentKind.INSURANCE_CARD,
                who.member().value(),
                opened.paper().title(),
                file.getBytes(),
                who.actor());
        return switch (stored) {
            case Stored.Kept kept ->
                new Given.Whole(opened.answers().with(linkId, kept.id().toString()));
            case Stored.Refused refused -> new Given.Refused(refused.sentence());
        };
    }

    private Object kept(At at, String linkId, Answers given, SignedInMember who, Tongue tongue) {
        var questionnaire = at.opened().version().questionnaire();
        var problems = Filling.check(questionnaire, given).stream()
                .filter(one -> one.linkId().equals(linkId))
                .toList();
        if (!problems.isEmpty()) {
            return page(at, given, problems, null, who, tongue);
        }
        var paper = at.opened().paper();
        if (paper.status() == PaperStatus.TO_DO) {
            moving.begun(paper.id(), who.actor());
        }
        sheets.keep(paper.id(), given, who.actor());
        return after(new At(at.opened(), Filling.pages(questionnaire, given), at.number()));
    }

    /** What was answered before, with the answer to this one question put in; a mark that is not set is taken away. */
    private static Answers given(OwnPapers.Opened opened, String linkId, Map<String, String> typed) {
        var answer = Answers.typed(opened.version().questionnaire(), typed)
                .value(linkId)
                .orElse("");
        return opened.answers().with(linkId, answer);
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

    private ModelAndView page(
            At at,
            Answers answers,
            List<Filling.Problem> problems,
            @Nullable String wrong,
            SignedInMember who,
            Tongue tongue) {
        var opened = at.opened();
        var version = opened.version();
        var question = at.page().question();
        var view = new ModelAndView(
                "org/circlekeeper/portal/papers/question",
                "page",
                new QuestionPage(
                        shells.of(who, tongue),
                        at.href(),
                        opened.paper().title(),
                        version.language().tag(),
                        version.isDraftOn(practices.today()) ? FormRenderer.draftMark(version.language()) : "",
                        FormRenderer.reads(at.page(), opened.words()),
                        question == null
                                ? null
                                : FormRenderer.question(
                                        question, version.language(), answers, problems, opened.words()),
                        at.number(),
                        at.pages().size(),
                        question != null && question.answering() instanceof Answering.File,
                        wrong));
        view.setStatus(problems.isEmpty() && wrong == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
