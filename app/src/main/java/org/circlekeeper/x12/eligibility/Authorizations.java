package org.circlekeeper.x12.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides whether visits need an authorization: EB11 of the closest rows; a message alone makes it a question. */
final class Authorizations {

    private static final Set<String> TOLD = Set.of("Y", "N", "U");

    private Authorizations() {}

    static Evidenced<AuthorizationNeed> of(RowChoice choice) {
        var rows = choice.closest(Services.OF_THERAPY, row -> TOLD.contains(row.authorization()));
        var need = need(rows);
        if (need == AuthorizationNeed.YES) {
            return new Evidenced<>(need, rows);
        }
        var hinting = choice.rows(Services.AND_OF_PLAN).stream()
                .filter(row -> MessageHints.ofAuthorization(List.of(row)))
                .toList();
        if (hinting.isEmpty()) {
            return new Evidenced<>(need, rows);
        }
        var both = new ArrayList<>(rows);
        both.addAll(hinting);
        return new Evidenced<>(AuthorizationNeed.ASK, both.stream().distinct().toList());
    }

    private static AuthorizationNeed need(List<Benefit> rows) {
        boolean yes = any(rows, "Y");
        boolean no = any(rows, "N");
        boolean unknown = any(rows, "U");
        if (no && (yes || unknown)) {
            return AuthorizationNeed.ASK;
        }
        if (yes) {
            return AuthorizationNeed.YES;
        }
        return no ? AuthorizationNeed.NO : AuthorizationNeed.UNKNOWN;
    }

    private static boolean any(List<Benefit> rows, String told) {
        return rows.stream().anyMatch(row -> row.authorization().equals(told));
    }
}
