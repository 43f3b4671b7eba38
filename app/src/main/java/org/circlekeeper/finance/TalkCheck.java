package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.circlekeeper.finance.CoverageGap.Beside;
import org.circlekeeper.finance.Outcome.Amount;
import org.circlekeeper.finance.Talk.Said;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** Says what stands against writing a talk down as it was told. Pure. */
public final class TalkCheck {

    /** Nobody writes down a talk of longer ago. */
    private static final int DAYS_BACK = 60;

    private static final Money MOST = Money.dollars("10000");
    private static final String BASIS = "Write what it rests on: which paper, of which day, or who decided.";

    private final CoverageGap gap;
    private final Said said;
    private final Known known;

    private TalkCheck(CoverageGap gap, Said said, Known known) {
        this.gap = gap;
        this.said = said;
        this.known = known;
    }

    /** One thing that stands against it: beside which field, and the sentence with its remedy. */
    public record Refusal(String field, String sentence) {}

    /** That an outcome is not open, and by which rule. */
    public record Closed(String sentence, TalkGuide.Rule rule) {

        String inWords() {
            return sentence + " (" + rule.source() + ")";
        }
    }

    /**
     * What is known beside the talk.
     *
     * @param fee what a session of any of their groups costs on the day of the talk; null while a fee is not set
     * @param leaders who lead the groups of theirs
     * @param enrolled who were enrolled on that day with a payer that a private contract would leave out
     */
    public record Known(
            LocalDate today, @Nullable FeeRange fee, Set<PractitionerId> leaders, Set<PractitionerId> enrolled) {

        public Known {
            leaders = Set.copyOf(leaders);
            enrolled = Set.copyOf(enrolled);
        }
    }

    /** Everything that stands against it. */
    public static List<Refusal> of(CoverageGap gap, Said said, Known known) {
        return new TalkCheck(gap, said, known).all();
    }

    /** Why an outcome is not open to them: by the payer that it is about, or by another in force. */
    public static Optional<Closed> closed(CoverageGap gap, Outcome outcome) {
        var own = rule(gap, outcome);
        return own.allows(gap.kind()) ? closedBeside(gap, outcome) : Optional.of(new Closed(own.otherwise(), own));
    }

    private static Optional<Closed> closedBeside(CoverageGap gap, Outcome outcome) {
        return gap.around().beside().stream()
                .filter(_ -> outcome.isPrivate())
                .filter(other -> !opens(other, outcome))
                .map(other -> new Closed(
                        other.payer() + " is in force too. "
                                + beside(other, outcome).otherwise(),
                        beside(other, outcome)))
                .findFirst();
    }

    private static boolean opens(Beside other, Outcome outcome) {
        var rule = beside(other, outcome);
        return other.kind() == null ? rule.isAlways() : rule.allows(other.kind());
    }

    /** A class that knows no private contract is asked whether it lets them pay the fee. */
    private static TalkGuide.Rule beside(Beside other, Outcome outcome) {
        var guide = TalkGuide.of(other.payerClass());
        var asked = outcome.isPrivate() && !guide.knows(outcome) ? Outcome.FULL_FEE : outcome;
        return other.kind() == null ? guide.all(asked).getFirst() : guide.rule(asked, other.kind());
    }

    private static TalkGuide.Rule rule(CoverageGap gap, Outcome outcome) {
        return TalkGuide.of(gap.payerClass()).rule(outcome, gap.kind());
    }

    private List<Refusal> all() {
        var refusals = new ArrayList<Refusal>();
        if (said.on().isAfter(known.today()) || said.on().isBefore(known.today().minusDays(DAYS_BACK))) {
            refusals.add(new Refusal("day", "Choose a day of the last sixty, today at the latest."));
        }
        var closed = closed(gap, said.outcome());
        if (closed.isPresent()) {
            refusals.add(new Refusal("outcome", closed.get().inWords()));
            return refusals;
        }
        amount().map(why -> new Refusal("amount", why)).ifPresent(refusals::add);
        if (said.basis().isBlank()) {
            basis().map(why -> new Refusal("basis", why)).ifPresent(refusals::add);
        }
        if (rule(gap, said.outcome()).optOut()) {
            optOut().ifPresent(refusals::add);
        } else if (said.optOut() != null) {
            refusals.add(new Refusal("leader", "A private contract alone names who opted out: choose nobody here."));
        }
        return refusals;
    }

    /** What has to be written down: by the payer it is about, by another in force, or by the outcome itself. */
    private Optional<String> basis() {
        var beside = said.outcome().isPrivate() ? gap.around().beside() : List.<Beside>of();
        return Stream.concat(
                        Stream.of(rule(gap, said.outcome())),
                        beside.stream().map(other -> beside(other, said.outcome())))
                .map(TalkGuide.Rule::basis)
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .or(() -> said.outcome().needsBasis() ? Optional.of(BASIS) : Optional.empty());
    }

    private Optional<String> amount() {
        var amount = said.amount();
        var needed = said.outcome().amount();
        if (amount == null) {
            return Optional.ofNullable(needed == Amount.NEEDED ? "Write what they pay a session, in dollars." : null);
        }
        if (needed == Amount.NONE) {
            return Optional.of(
                    said.outcome() == Outcome.FULL_FEE
                            ? "Leave it empty: they pay what a session costs on its day" + now() + "."
                            : "Leave it empty: nothing is paid by this outcome.");
        }
        if (amount.cents() < 0 || amount.compareTo(MOST) > 0) {
            return Optional.of("Write dollars from 0 to 10,000.");
        }
        return noMoney().or(() -> bound(amount));
    }

    private String now() {
        var fee = known.fee();
        return fee == null ? "" : ", now " + fee.inWords();
    }

    /** Where what the payer pays is payment in full, no amount goes in under another name. */
    private Optional<String> noMoney() {
        var own = rule(gap, said.outcome());
        return Stream.concat(
                        own.money() ? Stream.of() : Stream.of(own),
                        gap.around().beside().stream()
                                .map(other -> beside(other, said.outcome()))
                                .filter(rule -> !rule.money()))
                .findFirst()
                .map(rule -> "Leave it empty: what a payer of theirs pays is payment in full, and what they owe it says"
                        + " itself (" + rule.source() + ").");
    }

    private Optional<String> bound(Money amount) {
        var fee = known.fee();
        return Optional.ofNullable(
                switch (said.outcome()) {
                    case SLIDING_FEE ->
                        fee != null && amount.compareTo(fee.least()) >= 0
                                ? "A fee of the sliding scale is below the practice's fee of " + fee.least() + "."
                                : null;
                    case BILL_PLAN, HARDSHIP, ABN_SIGNED -> share(amount, fee == null ? null : fee.most());
                    case FULL_FEE,
                            PRIVATE_CONTRACT,
                            PAYS_FIRST_TOLD,
                            CONSENT_ASKED,
                            PAYER_ASKED,
                            WAITS,
                            OTHER_GROUP,
                            UNDECIDED -> null;
                });
    }

    private @Nullable String share(Money amount, @Nullable Money fee) {
        var share = gap.around().share();
        boolean reduced = said.outcome() == Outcome.HARDSHIP;
        if (share != null && (amount.compareTo(share) > 0 || reduced && amount.equals(share))) {
            return "Their share by the plan's answer is " + share
                    + (reduced ? ": a hardship makes it less." : ": write no more than that.");
        }
        return fee != null && (amount.compareTo(fee) > 0 || reduced && amount.equals(fee))
                ? "Nobody's share is above the practice's fee of " + fee + (reduced ? ", nor reduced to it." : ".")
                : null;
    }

    private Optional<Refusal> optOut() {
        var optOut = said.optOut();
        if (optOut == null) {
            return Optional.of(new Refusal("leader", "Choose which leader opted out, and write since which day."));
        }
        if (optOut.since().isAfter(said.on())) {
            return Optional.of(new Refusal("since", "Choose a day up to that of the talk: who will opt out has not."));
        }
        if (known.enrolled().contains(optOut.leader())) {
            return Optional.of(new Refusal(
                    "leader",
                    "They are enrolled with the program on that day, so they have not opted out of it. Correct what"
                            + " is on file about them first."));
        }
        if (known.leaders().stream().anyMatch(known.enrolled()::contains)) {
            return Optional.of(new Refusal(
                    "leader",
                    "Somebody who leads a group of theirs is enrolled with the program: no private contract holds"
                            + " there (42 CFR 405.400 to 405.455). Offer them a group of whoever opted out."));
        }
        if (!known.leaders().stream().allMatch(optOut.leader()::equals)) {
            return Optional.of(new Refusal(
                    "leader",
                    "Somebody else leads a group of theirs: a private contract holds for the leader who signed it"
                            + " alone (42 CFR 405.400 to 405.455)."));
        }
        return Optional.empty();
    }
}
