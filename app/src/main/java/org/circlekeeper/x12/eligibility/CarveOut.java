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

    /** Providers, and the people who are insured. */
    private static final Set<String> NO_PAYERS = Set.of("1P", "P3", "P4", "IL", "LR");

    /** EB03. */
    private static final String PLAN = "30";

    private static final NamedParty UNNAMED = new NamedParty("PR", false, "", "", "", "", "");

    private CarveOut() {}

    static List<Benefit> rows(RowChoice choice) {
        return choice.rows(List.of(Services.GROUP_THERAPY, Services.MENTAL_HEALTH)).stream()
                .filter(row -> KINDS.contains(row.kind()) && !isOtherCoverage(row))
                .toList();
    }

    /** Null when nothing is carved out; a party without a name when the payer names nobody. */
    static @Nullable NamedParty of(RowChoice choice) {
        var rows = rows(choice);
        if (rows.isEmpty()) {
            return null;
        }
        var parties = rows.stream().flatMap(row -> row.parties().stream()).toList();
        return parties.stream()
                .filter(party -> PAYERS.contains(party.entity()))
                .findFirst()
                .or(() -> parties.stream().filter(CarveOut::mayPay).findFirst())
                .orElse(UNNAMED);
    }

    private static boolean mayPay(NamedParty party) {
        return !party.person() && !NO_PAYERS.contains(party.entity());
    }

    /** R for the plan as a whole is a second insurance of the person. */
    private static boolean isOtherCoverage(Benefit row) {
        return row.kind().equals("R") && row.serviceTypes().contains(PLAN);
    }
}
