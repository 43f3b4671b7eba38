package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.finance.Outcome.Amount;
import org.circlekeeper.finance.Talk.Said;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** Says what stands against writing a talk down as it was told. Pure. */
public final class TalkCheck {

    /** Nobody writes down a talk of longer ago. */
    private static final int DAYS_BACK = 60;

    private static final Money MOST = Money.dollars("10000");
    private static final String BASIS = "Write what it rests on: which paper, of which day, or who decided.";

    private TalkCheck() {}

    /** One thing that stands against it: beside which field, and the sentence with its remedy. */
    public record Refusal(String field, String sentence) {}

    /**
     * Everything that stands against it.
     *
     * @param fee what the practice charges for group therapy; null while it has set none
     */
    public static List<Refusal> of(CoverageGap gap, Said said, @Nullable Money fee, LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        if (said.on().isAfter(today) || said.on().isBefore(today.minusDays(DAYS_BACK))) {
            refusals.add(new Refusal("day", "Choose a day of the last sixty, today at the latest."));
        }
        var rule = TalkGuide.of(gap.payerClass()).rule(said.outcome());
        if (!rule.allows(gap.kind())) {
            refusals.add(new Refusal("outcome", rule.otherwise() + " (" + rule.source() + ")"));
            return refusals;
        }
        amount(said, fee).map(why -> new Refusal("amount", why)).ifPresent(refusals::add);
        boolean needsBasis = said.outcome().needsBasis() || !rule.basis().isEmpty();
        if (needsBasis && said.basis().isBlank()) {
            refusals.add(new Refusal("basis", rule.basis().isEmpty() ? BASIS : rule.basis()));
        }
        return refusals;
    }

    private static Optional<String> amount(Said said, @Nullable Money fee) {
        var amount = said.amount();
        var needed = said.outcome().amount();
        if (amount == null) {
            return Optional.ofNullable(needed == Amount.NEEDED ? "Write what they pay a session, in dollars." : null);
        }
        if (needed == Amount.NONE) {
            return Optional.of("Leave it empty: nothing is paid by this outcome.");
        }
        if (amount.cents() < 0 || amount.compareTo(MOST) > 0) {
            return Optional.of("Write dollars from 0 to 10,000.");
        }
        if (said.outcome() == Outcome.SLIDING_FEE && fee != null && amount.compareTo(fee) >= 0) {
            return Optional.of("A fee of the sliding scale is below the practice's fee of " + fee + ".");
        }
        return Optional.empty();
    }
}
