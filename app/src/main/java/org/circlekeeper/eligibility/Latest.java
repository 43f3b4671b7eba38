package org.circlekeeper.eligibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands about one insurance.
 *
 * @param answer the latest answer, or refusal of one
 * @param before the answer before it; null when this is the first
 */
public record Latest(Answer answer, @Nullable Answer before) {

    Latest before(Latest older) {
        return new Latest(answer, older.answer());
    }

    /** What changed since the answer before, a sentence each; none when there was none, or the question was refused. */
    public List<String> difference() {
        return before == null || !answer.benefits().rejection().isEmpty()
                ? List.of()
                : Difference.between(before.benefits(), answer.benefits());
    }
}
