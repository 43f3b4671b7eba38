package org.circlekeeper.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.forms.Scores;
import org.springframework.stereotype.Component;

/** What measures that were handed in come to, for whoever treats the member. */
@Component
public class MeasureSums {

    private final Sheets sheets;
    private final FormLibrary forms;

    MeasureSums(Sheets sheets, FormLibrary forms) {
        this.sheets = sheets;
        this.forms = forms;
    }

    /**
     * As in {@code Sum 14 of 27, Moderate}, also of one whose place a newer one has taken; of a paper that has no
     * scores, or came in on paper, there is none.
     */
    public Map<PaperId, String> of(Collection<Paper> papers) {
        var sums = new HashMap<PaperId, String>();
        papers.stream()
                .filter(paper -> paper.document() != null)
                .forEach(paper -> sum(paper).ifPresent(sum -> sums.put(paper.id(), sum)));
        return sums;
    }

    private Optional<String> sum(Paper paper) {
        return forms.open(paper.form(), paper.version(), paper.language()) instanceof Rendition.Text text
                        && text.version().questionnaire().isScored()
                ? sheets.answered(paper.id())
                        .flatMap(answers -> Scores.of(text.version().questionnaire(), answers)
                                .inWords(Language.EN))
                : Optional.empty();
    }
}
