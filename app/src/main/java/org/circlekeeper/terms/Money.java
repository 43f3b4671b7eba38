package org.circlekeeper.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
        var dollars = Long.toString(Math.abs(cents) / 100);
        var sign = cents < 0 ? "-$" : "$";
        var text = new StringBuilder(sign).append(dollars);
        for (int place = text.length() - 3; place > sign.length(); place -= 3) {
            text.insert(place, ',');
        }
        long rest = Math.abs(cents) % 100;
        return text.append(rest < 10 ? ".0" : ".").append(rest).toString();
    }
}
