package org.circlekeeper.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;

/** Decides which talk still holds about a gap. Pure. */
final class Settled {

    /** After a year what was agreed is talked about anew, as with an estimate (45 CFR 149.610(b)(1)(x)). */
    private static final int YEARS = 1;

    private Settled() {}

    /**
     * The last talk about the gap that holds; empty when there was none, or when the gap had gone and came back since.
     *
     * @param talks of the member, the latest first
     * @param answers of payers about the member, the latest first
     * @param gone the last day on which something began that closed the gap for a while; null when nothing did
     */
    static Optional<Talk> of(CoverageGap gap, List<Talk> talks, List<Answer> answers, @Nullable LocalDate gone) {
        return last(gap, talks)
                .filter(talk -> gone == null || !talk.said().on().isBefore(gone))
                .filter(talk -> !gap.answered() || !talk.recordedAt().isBefore(since(gap, answers)));
    }

    /** The last talk about the gap within the year, whatever payers said since. */
    static Optional<Talk> last(CoverageGap gap, List<Talk> talks) {
        return talks.stream()
                .filter(talk -> talk.about().key().equals(gap.key()))
                .filter(talk -> talk.about().payerClass() == gap.payerClass())
                .filter(talk -> talk.said().on().plusYears(YEARS).isAfter(gap.day()))
                .findFirst();
    }

    /** When the first of the answers was heard that have said so one after another; a refused question says nothing. */
    private static Instant since(CoverageGap gap, List<Answer> answers) {
        var since = Instant.MIN;
        for (var answer : answers) {
            boolean other = gap.insurance().filter(answer.policy()::equals).isEmpty();
            if (other || answer.benefits().status() == EligibilityStatus.REJECTED) {
                continue;
            }
            if (!OneInsurance.of(answer.benefits()).equals(Optional.of(gap.kind()))) {
                break;
            }
            since = answer.heard().at();
        }
        return since;
    }
}
