package org.circlekeeper.portal.papers;

import java.util.List;
import org.circlekeeper.access.ForMembers;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.forms.Filling;
import org.circlekeeper.frame.Next;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.intake.Translation;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A member's papers: what waits, what is there, and where to go on. */
@Controller
@ConditionalOnWebApplication
public class PapersController {

    private final OwnPapers papers;
    private final Turns turns;
    private final Pens pens;
    private final Translation translation;
    private final Shells shells;

    PapersController(OwnPapers papers, Turns turns, Pens pens, Translation translation, Shells shells) {
        this.papers = papers;
        this.turns = turns;
        this.pens = pens;
        this.translation = translation;
        this.shells = shells;
    }

    @ForMembers(MemberPart.FORMS)
    @GetMapping("/portal/papers")
    ModelAndView list(SignedInMember who, Tongue tongue) {
        var all = papers.all(who);
        papers.noteShown(who, "papers");
        return new ModelAndView(
                "org/circlekeeper/portal/papers/list",
                "page",
                new ListPage(
                        shells.of(who, tongue),
                        rows(who, all, true, tongue),
                        rows(who, all, false, tongue),
                        all.stream().anyMatch(paper -> isForeign(paper, tongue))));
    }

    private static boolean isForeign(Paper paper, Tongue tongue) {
        return paper.status() == PaperStatus.TO_DO
                && !paper.language().tag().equals(tongue.language().tag());
    }

    /** The papers that nobody began, in the language of the pages; one that is not written in it stays as it is. */
    @ForMembers(MemberPart.FORMS)
    @PostMapping("/portal/papers/language")
    Next translate(SignedInMember who, Tongue tongue) {
        var list = Next.to("/portal/papers");
        var language = tongue.language();
        return translation.give(who.member(), language, who.actor()).isEmpty()
                ? list
                : list.refusing(tongue.say("papers.untranslated"));
    }

    private List<ListPage.Row> rows(SignedInMember who, List<Paper> all, boolean waiting, Tongue tongue) {
        return all.stream()
                .filter(paper -> turns.waits(who, paper) == waiting)
                .map(paper -> new ListPage.Row(
                        "/portal/papers/" + paper.id(),
                        papers.title(paper),
                        paper.language().tag(),
                        tongue.say(ListPage.word(paper.status())),
                        paper.status() != PaperStatus.TO_DO,
                        paper.status() == PaperStatus.SIGNED
                                && pens.signature(who, paper).isPresent()))
                .toList();
    }

    /** Goes to the first question that is not answered, or to the whole paper. */
    @ForMembers(MemberPart.FORMS)
    @GetMapping("/portal/papers/{id}")
    Next open(SignedInMember who, @PathVariable PaperId id) {
        var opened = papers.read(who, id);
        if (!turns.isOpen(who, opened)) {
            return Next.to("/portal/papers/" + id + "/done");
        }
        if (!turns.mayAnswer(who, opened) || opened.hasGaps()) {
            return Next.to("/portal/papers/" + id + "/whole");
        }
        var questionnaire = opened.version().questionnaire();
        var problems = Filling.check(questionnaire, opened.answers());
        var pages = Filling.pages(questionnaire, opened.answers());
        for (int number = 1; number <= pages.size(); number++) {
            var question = pages.get(number - 1).question();
            boolean wrong = question != null
                    && problems.stream().anyMatch(one -> one.linkId().equals(question.linkId()));
            if (wrong || number == 1 && opened.sheet().isEmpty()) {
                return Next.to("/portal/papers/" + id + "/pages/" + number);
            }
        }
        return Next.to("/portal/papers/" + id + "/whole");
    }
}
