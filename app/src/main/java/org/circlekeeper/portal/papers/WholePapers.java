package org.circlekeeper.portal.papers;

import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.List;
import org.circlekeeper.forms.Filling;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.forms.Item;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.portal.papers.Pens.Pen;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the pages of a whole paper show: before it is signed, and after. */
@Component
class WholePapers {

    /** Letters of a reason that somebody gives for declining. */
    static final int LONGEST_REASON = 500;

    private static final String BODY = "<body>";

    private final OwnPapers papers;
    private final Turns turns;
    private final Pens pens;
    private final Practices practices;
    private final Shells shells;

    WholePapers(OwnPapers papers, Turns turns, Pens pens, Practices practices, Shells shells) {
        this.papers = papers;
        this.turns = turns;
        this.pens = pens;
        this.practices = practices;
        this.shells = shells;
    }

    /** Whether everything is answered, and nothing stands against signing it here. */
    boolean isReady(OwnPapers.Opened opened, SignedInMember who) {
        return Filling.check(opened.version().questionnaire(), opened.answers()).isEmpty()
                && (!opened.signs()
                        || pens.pen(who, opened) instanceof Pen.As && (opened.isElectronic() || pens.agrees(who)));
    }

    /** Everything that stood against a signature, in the language of the page. */
    ModelAndView refused(
            OwnPapers.Opened opened, SignedInMember who, Tongue tongue, String typedName, Outcome.Refused refused) {
        var sentences = refused.findings().stream()
                .map(finding -> tongue.say("sign." + finding.code()))
                .toList();
        return page(opened, who, tongue, typedName, sentences);
    }

    ModelAndView page(
            OwnPapers.Opened opened, SignedInMember who, Tongue tongue, String typedName, List<String> wrong) {
        papers.noteShown(who, "a paper");
        var href = "/portal/papers/" + opened.paper().id();
        var exact = papers.exact(opened, practices.today());
        var blocked = blocked(opened, exact, who, tongue);
        var page = new SignPage(
                shells.of(who, tongue),
                href,
                opened.title(),
                opened.version().language().tag(),
                opened.crisis(),
                exact instanceof FormRenderer.Paper.Whole whole ? body(whole) : _ -> {},
                exact instanceof FormRenderer.Paper.Whole whole ? whole.sha256() : "",
                opened.signs(),
                turns.mayDecline(who, opened),
                turns.mayRefuse(who, opened),
                opened.isElectronic() ? told(opened) : List.of(),
                !turns.mayAnswer(who, opened),
                gaps(opened, href),
                blocked.sentence(),
                blocked.href(),
                typedName,
                wrong);
        var view = new ModelAndView("org/circlekeeper/portal/papers/whole", "page", page);
        view.setStatus(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private List<String> told(OwnPapers.Opened opened) {
        return Told.in(opened.version().language(), practices.current()).all();
    }

    /** Why a paper cannot be signed here, and where that is mended; both empty when it can. */
    private record Blocked(String sentence, String href) {}

    private Blocked blocked(OwnPapers.Opened opened, FormRenderer.Paper exact, SignedInMember who, Tongue tongue) {
        var phone = practices.current().phone();
        if (exact instanceof FormRenderer.Paper.Refused) {
            return new Blocked(tongue.say("papers.notReady", phone), "");
        }
        if (!opened.signs()) {
            return new Blocked("", "");
        }
        return switch (pens.pen(who, opened)) {
            case Pen.Minor _ -> new Blocked(tongue.say("papers.minor", phone), "");
            case Pen.Open _ -> new Blocked(tongue.say("papers.open", phone), "");
            case Pen.Decided _ -> new Blocked(tongue.say("papers.decided", phone), "");
            case Pen.NoAuthority _ -> new Blocked(tongue.say("papers.authority", phone), "");
            case Pen.As _ ->
                opened.isElectronic() || pens.agrees(who) ? new Blocked("", "") : notElectronic(who, tongue);
        };
    }

    /** Whoever has not agreed to electronic papers is asked; whoever has declined them signs on paper. */
    private Blocked notElectronic(SignedInMember who, Tongue tongue) {
        var phone = practices.current().phone();
        var asked = papers.electronic(who);
        if (asked.isEmpty()) {
            return new Blocked(tongue.say("papers.notAsked", phone), "");
        }
        var paper = asked.get();
        boolean declined = paper.status() == PaperStatus.DECLINED
                && paper.movedBy().equals(who.actor().label());
        return declined
                ? new Blocked(tongue.say("papers.onPaper", phone), "")
                : new Blocked(tongue.say("papers.electronicFirst"), "/portal/papers/" + paper.id());
    }

    private static List<SignPage.Gap> gaps(OwnPapers.Opened opened, String href) {
        var questionnaire = opened.version().questionnaire();
        var pages = Filling.pages(questionnaire, opened.answers());
        var gaps = new LinkedHashMap<String, SignPage.Gap>();
        for (var problem : Filling.check(questionnaire, opened.answers())) {
            int number = 1;
            for (int i = 0; i < pages.size(); i++) {
                Item.Question question = pages.get(i).question();
                if (question != null && question.linkId().equals(problem.linkId())) {
                    number = i + 1;
                }
            }
            var first = new SignPage.Gap(problem.sentence(), href + "/pages/" + number, 1);
            gaps.merge(problem.sentence(), first, (known, _) -> known.andOneMore());
        }
        return List.copyOf(gaps.values());
    }

    /** What stands between the tags of the very bytes that are hashed; what came from outside is escaped in them. */
    private static Content body(FormRenderer.Paper.Whole paper) {
        var xhtml = paper.xhtml();
        var inner = xhtml.substring(xhtml.indexOf(BODY) + BODY.length(), xhtml.lastIndexOf("</body>"));
        return output -> output.writeContent(inner);
    }

    ModelAndView done(OwnPapers.Opened opened, SignedInMember who, Tongue tongue) {
        papers.noteShown(who, "a paper");
        var paper = opened.paper();
        return new ModelAndView(
                "org/circlekeeper/portal/papers/done",
                "page",
                new DonePage(
                        shells.of(who, tongue),
                        opened.title(),
                        tongue.say(ListPage.word(paper.status())),
                        pens.signature(who, paper).isPresent() && paper.status() != PaperStatus.ON_PAPER
                                ? "/portal/papers/" + paper.id() + "/copy"
                                : "",
                        turns.mayTakeBack(who, paper) ? "/portal/papers/" + paper.id() + "/withdrawal" : "",
                        practices.current().phone().toString(),
                        next(who),
                        opened.crisis(),
                        opened.version().language().tag()));
    }

    private String next(SignedInMember who) {
        return papers.all(who).stream()
                .filter(paper -> turns.waits(who, paper))
                .map(paper -> "/portal/papers/" + paper.id())
                .findFirst()
                .orElse("");
    }
}
