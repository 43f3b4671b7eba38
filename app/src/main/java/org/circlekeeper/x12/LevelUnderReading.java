package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;

/** A level above the claims on its way. */
final class LevelUnderReading {

    private final String level;
    private final List<ClaimAnswer.Status> statuses = new ArrayList<>();
    private String trace = "";
    private long acceptedClaims = -1;
    private long rejectedClaims = -1;
    private @Nullable Money accepted;
    private @Nullable Money rejected;

    LevelUnderReading(String level) {
        this.level = level;
    }

    void see(Segment segment) {
        var qualifier = segment.element(1);
        switch (segment.id()) {
            case "TRN" -> trace = segment.element(2);
            case "STC" -> statuses.add(StatusReading.status(segment));
            case "QTY" -> {
                long count = ReadValues.count(segment.element(2));
                switch (qualifier) {
                    case "90", "QA" -> acceptedClaims = count;
                    case "AA", "QC" -> rejectedClaims = count;
                    default -> {}
                }
            }
            case "AMT" -> {
                var amount = ReadValues.money(segment.element(2));
                switch (qualifier) {
                    case "YU" -> accepted = amount;
                    case "YY" -> rejected = amount;
                    default -> {}
                }
            }
            default -> {}
        }
    }

    LevelAnswer finish() {
        return new LevelAnswer(level, trace, List.copyOf(statuses), acceptedClaims, rejectedClaims, accepted, rejected);
    }
}
