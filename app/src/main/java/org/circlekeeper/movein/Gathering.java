package org.circlekeeper.movein;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.movein.plan.Known;
import org.circlekeeper.movein.read.Holdings;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.stereotype.Component;

/** Reads the files, and from the practice what an import must know of it. */
@Component
class Gathering {

    private final Practices practices;
    private final Payers payers;
    private final Groups groups;
    private final Sessions sessions;
    private final RowStore rows;
    private final Clock clock;

    Gathering(Practices practices, Payers payers, Groups groups, Sessions sessions, RowStore rows, Clock clock) {
        this.practices = practices;
        this.payers = payers;
        this.groups = groups;
        this.sessions = sessions;
        this.rows = rows;
        this.clock = clock;
    }

    Holdings holdings(Drop drop) {
        var practice = practices.current();
        var holdings = Holdings.read(drop, rows.headers(), practice.zone(), practices.today());
        holdings.practice()
                .filter(file -> !file.npi().equals(practice.npi()))
                .ifPresent(file -> holdings.isNotFor("practice.json is of the practice with NPI " + file.npi()
                        + ", and this is " + practice.name() + ", "
                        + "NPI "
                        + practice.npi() + ". Choose the folder of this practice."));
        return holdings;
    }

    Known known(Holdings holdings) {
        return new Known(
                practices.current().zone(),
                clock.instant(),
                practices.practitioners(),
                payers.all(),
                rows.patients(),
                rows.people(),
                groups.all(),
                sessions.series(),
                sessions(holdings),
                rows.rows());
    }

    private List<Session> sessions(Holdings holdings) {
        var days = Stream.concat(
                        holdings.appointments().stream().map(Row.Appointment::date),
                        holdings.attendance().stream().map(Row.Attendance::date))
                .sorted()
                .toList();
        return days.isEmpty() ? List.of() : between(days.getFirst(), days.getLast());
    }

    private List<Session> between(LocalDate first, LocalDate last) {
        return sessions.between(first, last);
    }
}
