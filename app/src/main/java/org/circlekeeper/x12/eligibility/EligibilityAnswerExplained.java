package org.circlekeeper.x12.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.SetExplained;
import org.circlekeeper.x12.Warning;
import org.jspecify.annotations.Nullable;

/** Tells a 271: who has a plan, what it says of group therapy, and which questions failed. */
public final class EligibilityAnswerExplained implements SetExplained {

    /** EB07 amount, EB08 share, EB10 quantity. */
    private static final List<Integer> AMOUNTS = List.of(7, 8, 10);

    private final AnswersOfSet answers = new AnswersOfSet();
    private final List<SequencedMap<String, @Nullable Object>> persons = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private long unreadable;

    @Override
    public void see(Segment segment) {
        if (segment.is("EB")) {
            unreadable += AMOUNTS.stream()
                    .filter(number -> isUnreadable(segment.element(number)))
                    .count();
        }
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
        return unreadable == 0
                ? List.of()
                : List.of(new Warning(
                        "amount-unreadable",
                        unreadable == 1
                                ? "One amount of a benefit is not a number."
                                : unreadable + " amounts of benefits are not numbers."));
    }

    private void tell(@Nullable EligibilityAnswer answer) {
        if (answer != null) {
            var benefit = GroupTherapyBenefit.of(answer, null);
            persons.add(BenefitFacts.of(answer, benefit));
            sentences.addAll(AnswerInWords.of(answer, benefit));
        }
    }

    private static boolean isUnreadable(String number) {
        return !number.isEmpty() && ReadValues.decimal(number) == null;
    }
}
