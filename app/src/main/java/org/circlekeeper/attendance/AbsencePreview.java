package org.circlekeeper.attendance;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.circlekeeper.coverage.Coverage;
import org.circlekeeper.coverage.Coverages;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.payers.Program;
import org.circlekeeper.payers.Topic;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** Counts in a closed sheet's summary who stayed away, says what follows, and of whom no fee may be asked. */
@Component
class AbsencePreview implements ClosingPreview {

    private final Coverages coverages;
    private final Payers payers;
    private final Practices practices;
    private final Groups groups;

    AbsencePreview(Coverages coverages, Payers payers, Practices practices, Groups groups) {
        this.coverages = coverages;
        this.payers = payers;
        this.practices = practices;
        this.groups = groups;
    }

    @Override
    public List<Line> lines(Sheet sheet, boolean forItsLeader) {
        var missed =
                sheet.seats().stream().filter(seat -> !seat.presence().came()).toList();
        if (missed.isEmpty()) {
            return List.of();
        }
        var free = withoutFee(sheet, missed.stream().map(Seat::patient).toList());
        var lines = new ArrayList<Line>();
        line(missed, Presence.ABSENT, "absent: follow up today", free, lines);
        line(missed, Presence.LATE_CANCEL, "cancelled late, never billed to a payer", free, lines);
        line(missed, Presence.EXCUSED, "excused", Map.of(), lines);
        return lines;
    }

    private static void line(
            List<Seat> missed, Presence presence, String says, Map<PatientId, Program> free, List<Line> lines) {
        var seats = missed.stream().filter(seat -> seat.presence() == presence).toList();
        if (!seats.isEmpty()) {
            lines.add(new Line(Place.AWAY, seats.size() + " " + says + noFee(seats, free)));
        }
    }

    /** {@code , no fee (Medicaid)}; {@code , no fee for 1 (Medicaid)} when another may be asked for one. */
    private static String noFee(List<Seat> seats, Map<PatientId, Program> free) {
        var programs = new TreeSet<String>();
        int count = 0;
        for (var seat : seats) {
            var program = free.get(seat.patient());
            if (program != null) {
                programs.add(program.onScreen());
                count++;
            }
        }
        var some = count == seats.size() ? "" : " for " + count;
        return count == 0 ? "" : ", no fee" + some + " (" + String.join(", ", programs) + ")";
    }

    /** Those whose insurance of the day forbids a fee for a missed visit, with the program that does. */
    private Map<PatientId, Program> withoutFee(Sheet sheet, List<PatientId> patients) {
        var session = sheet.session();
        var code = groups.find(session.group()).orElseThrow().code();
        Map<UUID, Payer> byId = payers.all().stream().collect(toMap(Payer::id, payer -> payer));
        return coverages.of(patients).stream()
                .filter(coverage -> coverage.days().includes(session.serviceDate()))
                .filter(coverage -> forbidsFee(payer(byId, coverage), sheet, code))
                .collect(toMap(
                        Coverage::patient,
                        coverage -> Program.of(payer(byId, coverage).filingCode()),
                        (first, _) -> first));
    }

    private static Payer payer(Map<UUID, Payer> byId, Coverage coverage) {
        return Objects.requireNonNull(byId.get(coverage.payer()));
    }

    private boolean forbidsFee(Payer payer, Sheet sheet, ProcedureCode code) {
        return PayerRules.on(
                        Program.of(payer.filingCode()),
                        practices.current().address().state(),
                        payer.payerId(),
                        code,
                        sheet.session().serviceDate())
                .about(Topic.NO_SHOW_FEE)
                .filter(rule -> rule.value().equals("no"))
                .isPresent();
    }
}
