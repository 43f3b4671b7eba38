package org.circlekeeper.x12.eligibility;

import java.util.List;
import java.util.Set;
import org.circlekeeper.x12.NamedParty;
import org.jspecify.annotations.Nullable;

/** Mental health that another payer administers: a row R or U for it, with whom to ask in loop 2120. */
final class CarveOut {

    private static final Set<String> KINDS = Set.of("R", "U");

    /** NM101: payer, primary payer, third-party administrator, utilization manager, vendor, managed care, gateway. */
    private static final Set<String> PAYERS = Set.of("PR", "PRP", "2B", "X3", "VN", "Y2", "GW", "GP", "I3", "1I");

    private static final NamedParty UNNAMED = new NamedParty("PR", false, "", "", "", "", "");

    private CarveOut() {}

    static List<Benefit> rows(RowChoice choice) {
        return choice.rows(List.of(Services.GROUP_THERAPY, Services.MENTAL_HEALTH)).stream()
                .filter(row -> KINDS.contains(row.kind()))
                .toList();
    }

    /** Null when nothing is carved out; a party without a name when the payer names nobody. */
    static @Nullable NamedParty of(RowChoice choice) {
        var rows = rows(choice);
        if (rows.isEmpty()) {
            return null;
        }
        return rows.stream()
                .flatMap(row -> row.parties().stream())
                .filter(party -> PAYERS.contains(party.entity()))
                .findFirst()
                .orElse(UNNAMED);
    }
}
