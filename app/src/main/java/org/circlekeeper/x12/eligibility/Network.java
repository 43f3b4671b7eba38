package org.circlekeeper.x12.eligibility;

/** For whose visits the deciding rows hold (EB12). */
final class Network {

    private Network() {}

    static String of(RowChoice choice) {
        var told = choice.closest(Services.OF_THERAPY, row -> !row.network().isEmpty());
        if (!told.isEmpty()) {
            return told.getFirst().network();
        }
        boolean onlyOutside = choice.rows(Services.OF_THERAPY).stream()
                .anyMatch(row -> row.network().equals("N"));
        return onlyOutside ? "N" : "";
    }
}
