package org.circlekeeper.movein.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.circlekeeper.movein.read.Row;
import org.jspecify.annotations.Nullable;

/** Bookings for services that are no group session: they are left out, and so is what was recorded of them. */
final class OtherServices {

    private final Census census;
    private final Set<Visit> visits = new HashSet<>();
    private final int count;

    /** A client's time on a day, whoever the clinician is. */
    private record Visit(
            String client,
            @Nullable LocalDate date,
            @Nullable LocalTime start) {}

    OtherServices(Census census, List<Row.Other> rows) {
        this.census = census;
        this.count = rows.size();
        rows.forEach(row -> visits.add(new Visit(client(row.whom()), row.date(), row.start())));
    }

    private String client(Row.Whom whom) {
        return census.clients().meant(whom).orElse(whom.id());
    }

    boolean have(Row.Attendance row) {
        return visits.contains(new Visit(client(row.whom()), row.date(), row.start()));
    }

    int count() {
        return count;
    }
}
