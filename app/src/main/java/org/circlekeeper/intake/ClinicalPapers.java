package org.circlekeeper.intake;

import java.util.Set;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.signing.AnswersAboutHealth;
import org.circlekeeper.signing.Template;
import org.springframework.stereotype.Component;

/**
 * Which papers hold answers that only whoever treats the member reads, such as a history or a measure: all others see
 * that they are there (45 CFR 164.502(b)). The kind of form decides, and not whether it was filled in here or with ink.
 */
@Component
public class ClinicalPapers implements AnswersAboutHealth {

    /** What the office enters elsewhere: who they are, and their card. */
    private static final Set<FormId> FOR_THE_OFFICE = Set.of(new FormId("demographics"), new FormId("insurance-card"));

    private final FormLibrary forms;

    ClinicalPapers(FormLibrary forms) {
        this.forms = forms;
    }

    /** Whether the file of this paper is for whoever treats them alone. */
    public boolean has(Paper paper) {
        return !FOR_THE_OFFICE.contains(paper.form())
                && (paper.document() != null || isQuestions(paper.form().value()));
    }

    @Override
    public boolean stand(Template template) {
        return FOR_THE_OFFICE.stream().noneMatch(form -> form.value().equals(template.form()))
                && isQuestions(template.form());
    }

    private boolean isQuestions(String form) {
        return forms.all().stream()
                .anyMatch(one ->
                        one.kind() == Kind.QUESTIONNAIRE && one.id().value().equals(form));
    }
}
