package org.circlekeeper.finance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a member's sessions of one group are expected to cost: one estimate for at most twelve months, with how often
 * and how many times (45 CFR 149.610(b)(1)(x)). Pure.
 *
 * @param days the sessions, in the order of time, from their own first one on
 * @param fee what each is charged, in cents
 * @param then what each is charged after the last of them, where it ends before another fee begins; null where it does
 *     not
 */
public record GroupEstimate(
        List<LocalDate> days, Money fee, @Nullable Money then) {

    static final int MONTHS = 12;

    /** A new one is due so many days after the first session: before the twelve months are over. */
    private static final int RENEW_AFTER_DAYS = 330;

    public GroupEstimate {
        days = days.stream().sorted().distinct().toList();
        if (days.isEmpty()) {
            throw new IllegalArgumentException("An estimate is of at least one session");
        }
        if (!days.getLast().isBefore(days.getFirst().plusMonths(MONTHS))) {
            throw new IllegalArgumentException("An estimate is for twelve months at the most");
        }
        if (fee.cents() < 0) {
            throw new IllegalArgumentException("A fee is not below zero");
        }
    }

    /** One that ends with its twelve months, or with the sessions. */
    public GroupEstimate(List<LocalDate> days, Money fee) {
        this(days, fee, null);
    }

    public int count() {
        return days.size();
    }

    public Money total() {
        return fee.times(count());
    }

    public LocalDate renewOn() {
        return days.getFirst().plusDays(RENEW_AFTER_DAYS);
    }

    /** Why it ends before its twelve months are over; empty when it does not. */
    public String ends() {
        return then == null
                ? ""
                : "It ends with " + Words.day(days.getLast()) + ": from then on a session costs " + then + ".";
    }

    /** As in {@code once a week, 52 sessions from Wed 6 Jan 2027 to Wed 29 Dec 2027}. */
    public String inWords() {
        return frequency() + Words.count(count(), "session", "sessions") + " from " + Words.day(days.getFirst())
                + " to " + Words.day(days.getLast());
    }

    /** The most usual distance tells it; a session that falls out changes nothing. */
    private String frequency() {
        var apart = IntStream.range(1, days.size())
                .mapToObj(at -> ChronoUnit.DAYS.between(days.get(at - 1), days.get(at)))
                .collect(Collectors.groupingBy(length -> length, Collectors.counting()));
        boolean weekly = isUsual(apart.getOrDefault(7L, 0L));
        boolean everyOther = isUsual(apart.getOrDefault(14L, 0L));
        return weekly ? "once a week, " : everyOther ? "every two weeks, " : "";
    }

    private boolean isUsual(long times) {
        return times > 0 && times * 2 > days.size() - 1;
    }
}
