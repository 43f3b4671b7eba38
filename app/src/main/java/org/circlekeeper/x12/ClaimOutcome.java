package org.circlekeeper.x12;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has become of a claim by what a 277CA or 277 says. Of several that one message names, the first of these holds:
 * a claim that one line of a message accepts and another rejects is rejected.
 */
public enum ClaimOutcome {
    REJECTED,
    DENIED,
    PAID,
    PENDING,
    ACCEPTED,
    UNKNOWN;

    /** X12 code list 507. A4 says that the claim was not found: an answer to our claim rejects it so. */
    private static final Set<String> REJECT = Set.of("A3", "A6", "A7", "A8");

    private static final Set<String> ACCEPT = Set.of("A0", "A1", "A2", "A5");
    private static final String NOT_FOUND = "A4";

    /** In a 277CA, in which each status also says whether it accepts (WQ) or rejects (U). */
    static ClaimOutcome acknowledged(List<ClaimAnswer.Status> statuses) {
        return first(statuses.stream().flatMap(status -> {
            var rejecting =
                    status.codes().stream().anyMatch(code -> code.category().equals(NOT_FOUND))
                            || status.action().equals("U");
            return Stream.concat(
                    rejecting ? Stream.of(REJECTED) : Stream.empty(),
                    status.codes().stream().map(code -> of(code, status)));
        }));
    }

    /** In a 277, which answers a question of ours. */
    static ClaimOutcome answered(List<ClaimAnswer.Status> statuses) {
        return first(statuses.stream().flatMap(status -> status.codes().stream().map(code -> of(code, status))));
    }

    /** As programs are told it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stronger of two. */
    ClaimOutcome or(ClaimOutcome other) {
        return compareTo(other) <= 0 ? this : other;
    }

    private static ClaimOutcome first(Stream<ClaimOutcome> outcomes) {
        return outcomes.reduce(UNKNOWN, ClaimOutcome::or);
    }

    private static ClaimOutcome of(ClaimAnswer.Code code, ClaimAnswer.Status status) {
        var category = code.category();
        if (REJECT.contains(category)) {
            return REJECTED;
        }
        if (ACCEPT.contains(category)) {
            return ACCEPTED;
        }
        return switch (category) {
            case "F1" -> PAID;
            case "F2" -> DENIED;
            case "F0", "F3" -> isPaid(status) ? PAID : UNKNOWN;
            case "F4" -> isPaid(status) ? PAID : DENIED;
            default -> category.matches("[PR]\\d+") ? PENDING : UNKNOWN;
        };
    }

    private static boolean isPaid(ClaimAnswer.Status status) {
        var paid = status.paid();
        return paid != null && paid.cents() > 0;
    }
}
