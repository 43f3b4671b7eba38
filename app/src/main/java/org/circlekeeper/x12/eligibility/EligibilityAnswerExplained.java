package org.circlekeeper.x12.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.SetExplained;
import org.circlekeeper.x12.Warning;
import org.jspecify.annotations.Nullable;

/** Tells a 271: who has a plan, what it says of group therapy, and which questions failed. */
public final class EligibilityAnswerExplained implements SetExplained {

    private final AnswersOfSet answers = new AnswersOfSet();
    private final List<SequencedMap<String, @Nullable Object>> persons = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final UnreadableAmounts unreadable = new UnreadableAmounts();

    @Override
    public void see(Segment segment) {
        unreadable.see(segment);
        tell(answers.see(segment));
    }

    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        tell(answers.finish());
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("persons", List.copyOf(persons));
        return facts;
    }

    @Override
    public List<String> sentences() {
        tell(answers.finish());
        return List.copyOf(sentences);
    }

    @Override
    public List<Warning> warnings() {
        return unreadable.warnings();
    }

    @Override
    public SetExplained warningAlone() {
        return unreadable;
    }

    private void tell(@Nullable EligibilityAnswer answer) {
        if (answer != null) {
            var benefit = GroupTherapyBenefit.of(answer, null);
            persons.add(BenefitFacts.of(answer, benefit));
            sentences.addAll(AnswerInWords.of(answer, benefit));
        }
    }
}
