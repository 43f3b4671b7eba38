package org.circlekeeper.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** An amount of US dollars, exact to the cent. Claims and remittances know no other currency. */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** Reads what people and X12 write: {@code 125}, {@code 125.5}, {@code 125.50}. Refuses fractions of a cent. */
    public static Money dollars(String amount) {
        var cents = new BigDecimal(amount).setScale(2, RoundingMode.UNNECESSARY).movePointRight(2);
        return new Money(cents.longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(cents, count));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** As a person reads it: {@code $1,234.50}; whole dollars keep their cents. */
    @Override
    public String toString() {
        return String.format(
                Locale.US, "%s$%,d.%02d", cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
