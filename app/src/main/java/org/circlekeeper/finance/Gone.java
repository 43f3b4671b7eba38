package org.circlekeeper.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlekeeper.coverage.AuthorizedCare;
import org.circlekeeper.finance.CoverageGap.Kind;
import org.jspecify.annotations.Nullable;

/** When a gap that no payer's answer tells of had gone for a while: what was agreed before holds no more. Pure. */
final class Gone {

    /** Whose insurance ended no longer ago has not been talked with about it. */
    private static final int JUST = 31;

    private Gone() {}

    /**
     * The last day on which something began that closed it: an insurance that has ended since, or an authorization that
     * is used up. Null when nothing did.
     */
    static @Nullable LocalDate last(CoverageGap gap, List<Situation.Ended> ended, List<AuthorizedCare> cares) {
        return began(gap, ended, cares)
                .filter(day -> !day.isAfter(gap.day()))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static Stream<LocalDate> began(CoverageGap gap, List<Situation.Ended> ended, List<AuthorizedCare> cares) {
        return switch (gap.kind()) {
            case NO_INSURANCE -> ended.stream().map(one -> one.days().first());
            case NOT_AUTHORIZED ->
                cares.stream()
                        .filter(care -> gap.payerId().equals(Optional.of(care.payer())))
                        .flatMap(care -> care.authorizations().stream())
                        .map(one -> one.days().first());
            case KEPT_FROM_PLAN,
                    WITHHELD,
                    NOT_ACTIVE,
                    NOT_COVERED,
                    NOT_KNOWN,
                    AMBIGUOUS,
                    VISITS_USED,
                    CARVED_OUT,
                    OTHER_INSURANCE -> Stream.empty();
        };
    }

    /** Whether the last insurance of somebody who comes already ended within a month of the day. */
    static boolean hasJustEnded(CoverageGap gap, List<Situation.Ended> ended) {
        return gap.kind() == Kind.NO_INSURANCE && ended.stream().anyMatch(one -> one.isWithin(JUST, gap.day()));
    }
}
