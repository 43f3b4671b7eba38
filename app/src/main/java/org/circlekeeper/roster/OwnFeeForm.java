package org.circlekeeper.roster;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** The fields in which a kind of group, or a group, is given a fee of its own; and how such fees are read. */
public final class OwnFeeForm {

    private static final long MOST_CENTS = 1_000_000;

    private OwnFeeForm() {}

    /** One fee in words: what it is, and from when on. */
    public record Line(String charge, String from) {}

    public static List<Line> lines(List<OwnFee> fees) {
        return fees.stream()
                .map(fee -> new Line(says(fee.charge()), Words.day(fee.from())))
                .toList();
    }

    /** The fields {@code charge}, empty for none of its own, and {@code from}. */
    public static Optional<OwnFee> read(Filled form, @Nullable UUID type, @Nullable GroupId group) {
        var from = form.day("from", "Choose the first day on which this fee holds.");
        var charge = form.readIfAny(
                "charge", "Write the amount in dollars, as in 65 or 65.50, or leave it empty.", OwnFeeForm::dollars);
        return form.isWrong()
                ? Optional.empty()
                : Optional.of(new OwnFee(type, group, from.orElseThrow(), charge.orElse(null)));
    }

    private static String says(@Nullable Money charge) {
        return charge == null ? "None of its own" : charge.toString();
    }

    private static Money dollars(String text) {
        var money = Money.dollars(text.replace("$", "").replace(",", ""));
        if (money.cents() <= 0 || money.cents() > MOST_CENTS) {
            throw new IllegalArgumentException("Not a fee");
        }
        return money;
    }
}
