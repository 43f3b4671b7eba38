package org.circlekeeper.finance;

import java.util.Collection;
import java.util.Optional;
import org.circlekeeper.terms.Money;

/** What a session of any of somebody's groups costs: the least of them and the most. Pure. */
public record FeeRange(Money least, Money most) {

    public FeeRange {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("The least is no more than the most");
        }
    }

    /** Empty without any fee, or when one of them is not set: then nobody knows what it may come to. */
    static Optional<FeeRange> of(Collection<Optional<Money>> fees) {
        var known = fees.stream().flatMap(Optional::stream).sorted().toList();
        return known.isEmpty() || known.size() < fees.size()
                ? Optional.empty()
                : Optional.of(new FeeRange(known.getFirst(), known.getLast()));
    }

    /** As in {@code $90.00}, or {@code $80.00 to $90.00}. */
    public String inWords() {
        return least.equals(most) ? least.toString() : least + " to " + most;
    }
}
