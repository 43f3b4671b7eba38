package org.circlekeeper.portal.papers;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.forms.Crisis;
import org.circlekeeper.forms.Filling;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.forms.Item;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.Scores;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperStatus;
import org.circlekeeper.portal.Shells;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.signing.Signatures;
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
    private final Pens pens;
    private final Signatures signatures;
    private final Practices practices;
    private final Shells shells;

    WholePapers(OwnPapers papers, Pens pens, Signatures signatures, Practices practices, Shells shells) {
        this.papers = papers;
        this.pens = pens;
        this.signatures = signatures;
        this.practices = practices;
        this.shells = shells;
    }

    /** Whether everything is answered, and nothing stands against signing it here. */
    boolean isReady(OwnPapers.Opened opened, SignedInMember who) {
        return Filling.check(opened.version().questionnaire(), opened.answers()).isEmpty()
                && (!opened.signs() || pens.capacity(who).isPresent() && (isElectronic(opened) || agrees(who)));
    }

    ModelAndView page(
            OwnPapers.Opened opened, SignedInMember who, Tongue tongue, String typedName, List<String> wrong) {
        var href = "/portal/papers/" + opened.paper().id();
        var exact = papers.exact(opened, practices.today());
        var blocked = blocked(opened, exact, who, tongue);
        var page = new SignPage(
                shells.of(who, tongue),
                href,
                opened.paper().title(),
                opened.version().language().tag(),
                exact instanceof FormRenderer.Paper.Whole whole ? body(whole) : _ -> {},
                exact instanceof FormRenderer.Paper.Whole whole ? whole.sha256() : "",
                opened.signs(),
                opened.paper().status().next().contains(PaperStatus.DECLINED)
                        && opened.paper().need() == Need.OFFERED,
                isElectronic(opened),
                gaps(opened, href),
                blocked,
                blocked.equals(tongue.say("papers.electronicFirst")) ? electronicHref(who) : "",
                typedName,
                wrong);
        var view = new ModelAndView("org/circlekeeper/portal/papers/whole", "page", page);
        view.setStatus(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static boolean isElectronic(OwnPapers.Opened opened) {
        return opened.paper().form().equals(OwnPapers.ELECTRONIC);
    }

    private boolean agrees(SignedInMember who) {
        return signatures.agreesToElectronic(who.member(), pens.signer(who));
    }

    /** Whoever has not agreed to electronic papers signs on paper. */
    private String blocked(OwnPapers.Opened opened, FormRenderer.Paper exact, SignedInMember who, Tongue tongue) {
        if (exact instanceof FormRenderer.Paper.Refused) {
            return tongue.say("papers.notReady", practices.current().phone());
        }
        if (opened.signs() && pens.capacity(who).isEmpty()) {
            return tongue.say("papers.authority", practices.current().phone());
        }
        if (!opened.signs() || isElectronic(opened) || agrees(who)) {
            return "";
        }
        return electronicHref(who).isEmpty()
                ? tongue.say("papers.onPaper", practices.current().phone())
                : tongue.say("papers.electronicFirst");
    }

    private String electronicHref(SignedInMember who) {
        return papers.electronic(who)
                .filter(paper -> paper.status().isOpen())
                .map(paper -> "/portal/papers/" + paper.id())
                .orElse("");
    }

    private static List<SignPage.Gap> gaps(OwnPapers.Opened opened, String href) {
        var questionnaire = opened.version().questionnaire();
        var pages = Filling.pages(questionnaire, opened.answers());
        var gaps = new ArrayList<SignPage.Gap>();
        for (var problem : Filling.check(questionnaire, opened.answers())) {
            int number = 1;
            for (int i = 0; i < pages.size(); i++) {
                Item.Question question = pages.get(i).question();
                if (question != null && question.linkId().equals(problem.linkId())) {
                    number = i + 1;
                }
            }
            gaps.add(new SignPage.Gap(problem.sentence(), href + "/pages/" + number));
        }
        return gaps;
    }

    /** What stands between the tags of the very bytes that are hashed; what came from outside is escaped in them. */
    private static Content body(FormRenderer.Paper.Whole paper) {
        var xhtml = paper.xhtml();
        var inner = xhtml.substring(xhtml.indexOf(BODY) + BODY.length(), xhtml.lastIndexOf("</body>"));
        return output -> output.writeContent(inner);
    }

    ModelAndView done(OwnPapers.Opened opened, SignedInMember who, Tongue tongue) {
        var paper = opened.paper();
        boolean crisis =
                Scores.of(opened.version().questionnaire(), opened.answers()).crisis();
        return new ModelAndView(
                "org/circlekeeper/portal/papers/done",
                "page",
                new DonePage(
                        shells.of(who, tongue),
                        paper.title(),
                        tongue.say(ListPage.word(paper.status())),
                        paper.signature() != null && paper.status() == PaperStatus.SIGNED
                                ? "/portal/papers/" + paper.id() + "/copy"
                                : "",
                        next(who),
                        crisis ? Crisis.text(opened.version().language()) : "",
                        opened.version().language().tag()));
    }

    private String next(SignedInMember who) {
        return papers.all(who).stream()
                .filter(paper -> paper.status().isOpen() && paper.status() != PaperStatus.WAITING_FOR_SECOND)
                .map(Paper::id)
                .map(id -> "/portal/papers/" + id)
                .findFirst()
                .orElse("");
    }
}
