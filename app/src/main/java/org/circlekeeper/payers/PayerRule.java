package org.circlekeeper.payers;

import java.time.LocalDate;
import java.util.Set;
import org.circlekeeper.terms.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * One rule of one payer or kind of payer, with the words that stand behind it.
 *
 * @param program the kind of payer; every one when null
 * @param states the states it holds in; every one when empty
 * @param payerId one payer alone; all of the program when null
 * @param codes the services it is about; all when empty
 * @param value days, months, people, a modifier, yes or no, as the topic says
 * @param leaders how many lead at the least when it holds; null when it holds however many lead
 * @param classDefault what payers of this kind usually ask: shown, and never held upon
 * @param days the dates of service it is in force for
 * @param verified when somebody last read the source; null is shown as "not verified"
 */
public record PayerRule(
        Topic topic,
        @Nullable Program program,
        Set<String> states,
        @Nullable String payerId,
        Set<String> codes,
        String value,
        @Nullable Integer leaders,
        boolean classDefault,
        DateRange days,
        String says,
        String source,
        @Nullable LocalDate verified) {

    public PayerRule {
        states = Set.copyOf(states);
        codes = Set.copyOf(codes);
        topic.refuse(value);
        if (source.isBlank() || says.isBlank()) {
            throw new IllegalArgumentException("A rule says what it asks and where it stands: " + topic.word());
        }
    }

    boolean appliesTo(Program asked, String state, String payer, String code, LocalDate day) {
        return (program == null || program == asked)
                && (states.isEmpty() || states.contains(state))
                && (payerId == null || payerId.equals(payer))
                && (codes.isEmpty() || codes.contains(code))
                && days.includes(day);
    }

    /** Of two rules on one topic the narrower wins: a payer's own before a state's before a program's. */
    int narrowness() {
        return (payerId != null ? 4 : 0) + (states.isEmpty() ? 0 : 2) + (codes.isEmpty() ? 0 : 1);
    }

    /** For the screen: when the source was last read. */
    public static String verifiedOrNot(@Nullable LocalDate verified) {
        return verified == null ? "not verified" : "verified " + verified;
    }

    /** Whether the value of a rule that says yes or no is yes. */
    public boolean yes() {
        return value.equals("yes");
    }

    /** The value of a rule that counts. */
    public int number() {
        return Integer.parseInt(value);
    }
}
