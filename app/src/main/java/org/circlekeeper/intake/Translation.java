package org.circlekeeper.intake;

import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Language;
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.springframework.stereotype.Component;

/** Gives a member the papers that nobody began in the language they read. What was begun keeps its language. */
@Component
public class Translation {

    private final Tongues tongues;
    private final MemberPapers papers;
    private final FormLibrary forms;
    private final OnCall onCall;

    Translation(Tongues tongues, MemberPapers papers, FormLibrary forms, OnCall onCall) {
        this.tongues = tongues;
        this.papers = papers;
        this.forms = forms;
        this.onCall = onCall;
    }

    /** Gives back the titles of those that cannot be given in it now, such as not written: they stay as they are. */
    public List<String> give(PatientId patient, Language language, Actor actor) {
        tongues.say(patient, language.tag(), actor);
        var others = papers.of(patient).stream()
                .filter(paper -> paper.status() == PaperStatus.TO_DO && paper.language() != language)
                .toList();
        var readiness = new Readiness(forms, onCall);
        others.stream()
                .filter(paper -> isReady(paper, language, readiness))
                .forEach(paper -> papers.translate(paper, language, actor));
        return others.stream()
                .filter(paper -> !isReady(paper, language, readiness))
                .map(Paper::title)
                .toList();
    }

    private static boolean isReady(Paper paper, Language language, Readiness readiness) {
        return readiness.against(paper.askedIn(language)).isEmpty();
    }
}
