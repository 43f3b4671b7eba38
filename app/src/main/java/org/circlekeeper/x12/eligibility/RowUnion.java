package org.circlekeeper.x12.eligibility;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Some of an answer's rows, once each and in the order of the file. */
final class RowUnion {

    private final List<Benefit> all;
    private final Set<Benefit> chosen = Collections.newSetFromMap(new IdentityHashMap<>());

    private RowUnion(List<Benefit> all) {
        this.all = all;
    }

    static RowUnion of(List<Benefit> all) {
        return new RowUnion(all);
    }

    RowUnion addIf(boolean wanted, Evidenced<?> value) {
        if (wanted) {
            chosen.addAll(value.rows());
        }
        return this;
    }

    RowUnion addAll(List<Benefit> rows) {
        chosen.addAll(rows);
        return this;
    }

    List<Benefit> rows() {
        return all.stream().filter(chosen::contains).toList();
    }
}
