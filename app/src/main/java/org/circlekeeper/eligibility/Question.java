package org.circlekeeper.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.circlekeeper.terms.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One question to a payer about one insurance.
 *
 * @param number the home's own, told to the payer in the trace
 * @param askedId the member id as the card has it
 * @param serviceDay the day that is asked about
 * @param place where the visit is held (11, 10, 02, …); empty when that is not known
 * @param why the sentence that says why it was due
 * @param tries how often it stood in a file
 * @param notBefore it waits in the queue until then
 * @param said what the payer said when it did not answer; empty otherwise
 * @param askedAt when its last file was written; null before the first
 */
public record Question(
        UUID id,
        long number,
        UUID run,
        Policy policy,
        String askedId,
        String relationship,
        @Nullable PersonName subscriber,
        LocalDate serviceDay,
        String place,
        String why,
        QuestionStatus status,
        int tries,
        Instant notBefore,
        String said,
        @Nullable Instant askedAt) {

    /** TRN02 of a question: E, its number, T, the try. */
    private static final Pattern TRACE = Pattern.compile("E([0-9]{1,18})T([0-9]{1,3})");

    /** The same, about another day. */
    Question on(LocalDate day) {
        return new Question(
                id,
                number,
                run,
                policy,
                askedId,
                relationship,
                subscriber,
                day,
                place,
                why,
                status,
                tries,
                notBefore,
                said,
                askedAt);
    }

    /** What the next file tells the payer, which repeats it (005010X279A1, 2000C or 2000D TRN02). */
    String nextTrace() {
        return "E" + number + "T" + (tries + 1);
    }

    /** The number in a trace; empty when it is none of ours. */
    static OptionalLong numberIn(String trace) {
        var found = TRACE.matcher(trace.strip());
        return found.matches() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }

    /** Which try a trace is of, from 1. */
    static OptionalInt tryIn(String trace) {
        var found = TRACE.matcher(trace.strip());
        return found.matches() ? OptionalInt.of(Integer.parseInt(found.group(2))) : OptionalInt.empty();
    }
}
