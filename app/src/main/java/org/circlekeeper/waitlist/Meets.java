package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Finding;
import org.jspecify.annotations.Nullable;

/** Decides what one criterion of a group says against somebody: nothing, that it is not for them, or to ask. Pure. */
final class Meets {

    private static final String OURS = "this practice";

    private Meets() {}

    /** @param said what screening answered; null when nothing */
    static Optional<Finding> assess(
            Criterion criterion, Known known, @Nullable Answer said, LocalDate day, Function<String, Because> because) {
        var found = known.found(criterion, said == null ? Answer.Found.UNKNOWN : said.found(), day);
        if (found == Answer.Found.UNKNOWN) {
            return Optional.of(new Finding(
                    "criterion-not-known",
                    Finding.Weight.WARNS,
                    because.apply("Not known yet: " + criterion.says()),
                    "Ask it in screening.",
                    OURS));
        }
        if ((found == Answer.Found.MET) != criterion.excludes()) {
            return Optional.empty();
        }
        var code = criterion.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.of(new Finding(
                "not-for-them-" + code,
                Finding.Weight.HOLDS,
                because.apply((criterion.excludes() ? "It is not for: " : "It is for: ")
                        + criterion.says()
                        + (said == null || said.words().isEmpty() ? "" : " (" + said.words() + ")")),
                "Choose another group, or let a therapist say why they sit here all the same.",
                OURS));
    }
}
