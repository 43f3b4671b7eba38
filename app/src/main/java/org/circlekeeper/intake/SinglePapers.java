package org.circlekeeper.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormLibrary.PacketForm;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Need;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Tongues;
import org.springframework.stereotype.Component;

/** Gives a member one paper beside their packets, such as a measure. Nothing is shut while it lies open. */
@Component
public class SinglePapers {

    private final FormLibrary forms;
    private final MemberPapers papers;
    private final Tongues tongues;
    private final OnCall onCall;

    SinglePapers(FormLibrary forms, MemberPapers papers, Tongues tongues, OnCall onCall) {
        this.forms = forms;
        this.papers = papers;
        this.tongues = tongues;
        this.onCall = onCall;
    }

    /**
     * Gives the version that is given out now, in the language they read; nothing while nobody has said which that is.
     *
     * @param name what the form is called for ever
     * @return why not; empty when it was given
     */
    public Optional<String> give(PatientId patient, String name, Actor actor) {
        var form = forms.all().stream()
                .filter(one -> one.id().value().equals(name))
                .findFirst();
        var current = form.flatMap(one -> one.current());
        if (form.isEmpty() || current.isEmpty()) {
            return Optional.of("This form is not in use. Choose another.");
        }
        var reading = Reading.of(tongues.of(List.of(patient)).get(patient));
        return reading.known()
                .map(language -> give(patient, form.get(), current.get().number(), language, actor))
                .orElseGet(() -> Optional.of(reading.missing()));
    }

    private Optional<String> give(PatientId patient, Form form, int version, Language language, Actor actor) {
        var paper = new PacketForm(form.id(), form.title(), form.kind(), version, Need.OFFERED, Set.of(language));
        var against = new Readiness(forms, onCall).against(List.of(paper), language);
        if (!against.isEmpty()) {
            return Optional.of(String.join(" ", against));
        }
        var asked = new Asked(form.id(), version, language, form.title(), Need.OFFERED);
        return papers.give(patient, asked, actor) ? Optional.empty() : Optional.of(whyNot(patient, form.id()));
    }

    /**
     * Asks once more for one that was declined, refused or let pass.
     *
     * @return why not; empty when it is asked for again
     */
    public Optional<String> again(Paper paper, Actor actor) {
        var against = new Readiness(forms, onCall).against(paper.asked());
        if (against.isPresent()) {
            return against;
        }
        return papers.again(paper.id(), actor)
                ? Optional.empty()
                : Optional.of("Somebody was quicker: look at the paper again, it stands otherwise by now.");
    }

    private String whyNot(PatientId patient, FormId form) {
        var there = papers.of(patient).stream()
                .filter(paper -> paper.form().equals(form) && !paper.status().isOver())
                .map(Paper::status)
                .toList();
        if (there.stream().anyMatch(PaperStatus::isOpen)) {
            return "It lies open with them already.";
        }
        if (there.stream().anyMatch(PaperStatus::isThere)) {
            return "They have signed it, and it holds.";
        }
        return there.contains(PaperStatus.WAIVED)
                ? "It was let pass. Press \"Ask for it again\" beside it."
                : "They have said no to it. Press \"Ask for it again\" beside it.";
    }

    /** Whether an answer to it is one that somebody must hear of at once. */
    static boolean mayCallForHelp(Questionnaire questionnaire) {
        return questionnaire
                .questions()
                .anyMatch(question -> question.answering() instanceof Answering.Choice choice && choice.crisis());
    }
}
