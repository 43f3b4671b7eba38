package org.circlekeeper.intake;

import java.util.List;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.springframework.stereotype.Component;

/** Gives a member the papers that nobody began in the language they read. What was begun keeps its language. */
@Component
public class Translation {

    private final Tongues tongues;
    private final MemberPapers papers;
    private final FormLibrary forms;

    Translation(Tongues tongues, MemberPapers papers, FormLibrary forms) {
        this.tongues = tongues;
        this.papers = papers;
        this.forms = forms;
    }

    /** Gives back the titles of those that are not written in it: they stay as they are. */
    public List<String> give(PatientId patient, Language language, Actor actor) {
        tongues.say(patient, language.tag(), actor);
        var others = papers.of(patient).stream()
                .filter(paper -> paper.status() == PaperStatus.TO_DO && paper.language() != language)
                .toList();
        others.stream()
                .filter(paper -> isWritten(paper, language))
                .forEach(paper -> papers.translate(paper, language, actor));
        return others.stream()
                .filter(paper -> !isWritten(paper, language))
                .map(Paper::title)
                .toList();
    }

    private boolean isWritten(Paper paper, Language language) {
        return forms.open(paper.form(), paper.version(), language) instanceof Rendition.Text;
    }
}
