package org.circlekeeper.movein;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.frame.Words;
import org.circlekeeper.movein.plan.Known;
import org.circlekeeper.movein.read.Holdings;
import org.circlekeeper.movein.read.PracticeFile;
import org.circlekeeper.movein.read.Row;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.springframework.stereotype.Component;

/** Reads the files, and from the practice what an import must know of it. */
@Component
class Gathering {

    private final Practices practices;
    private final Payers payers;
    private final Groups groups;
    private final Rosters rosters;
    private final Sessions sessions;
    private final RowStore rows;
    private final PracticeRules rules;
    private final Clock clock;

    Gathering(
            Practices practices,
            Payers payers,
            PracticeRules rules,
            Groups groups,
            Rosters rosters,
            Sessions sessions,
            RowStore rows,
            Clock clock) {
        this.practices = practices;
        this.payers = payers;
        this.rules = rules;
        this.groups = groups;
        this.rosters = rosters;
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
        holdings.practice().ifPresent(file -> tell(file, holdings));
        return holdings;
    }

    /** What practice.json adds to a practice that is open already, and what it says otherwise. */
    private void tell(PracticeFile file, Holdings holdings) {
        var known = payers.all().stream().collect(toMap(Payer::payerId, Payer::program));
        for (var payer : file.payers()) {
            var program = known.get(payer.payerId());
            if (program == null) {
                holdings.tell("practice.json adds the payer " + payer.name() + ".");
            } else if (program != Program.of(payer.filingCode())) {
                holdings.tell("practice.json says that payer id " + payer.payerId() + " is "
                        + Program.of(payer.filingCode()).onScreen() + "; here it is " + program.onScreen()
                        + ", and that stands. Another program has a payer id of its own.");
            }
        }
        var attested = file.formerRecords();
        var here = rules.formerRecords();
        if (attested != null && here.isEmpty()) {
            holdings.tell(
                    "practice.json adds the attestation of former records up to " + Words.day(attested.on()) + ".");
        } else if (attested != null && !here.get().equals(attested)) {
            holdings.tell("practice.json attests former records up to " + Words.day(attested.on())
                    + "; here they are attested up to " + Words.day(here.get().on())
                    + ", and that stands. Attest anew under Settings if it is wrong.");
        }
    }

    Known known(Holdings holdings) {
        var sessions = sessions(holdings);
        return new Known(
                practices.current().zone(),
                clock.instant(),
                practices.practitioners(),
                payers.all(),
                rows.patients(),
                rows.people(),
                groups.all(),
                rosters.all().stream().collect(groupingBy(Membership::patient, mapping(Membership::group, toSet()))),
                this.sessions.series(),
                sessions,
                rows.sheets(sessions.stream().map(Session::id).toList()),
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
