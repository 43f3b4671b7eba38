package org.circlekeeper.portal.papers;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.forms.Days;
import org.circlekeeper.forms.Language;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.FeeSchedule;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.OwnFees;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.scheduling.Session;
import org.circlekeeper.scheduling.Sessions;
import org.circlekeeper.terms.Money;
import org.springframework.stereotype.Component;

/**
 * What a member who pays themselves is likely to pay for the sessions that are planned for them (45 CFR 149.610(c)(1)):
 * the services with their codes and charges, the days, and the diagnosis if there is one yet.
 */
@Component
class Estimate {

    private final Rosters rosters;
    private final Groups groups;
    private final Sessions sessions;
    private final Payers payers;
    private final OwnFees fees;
    private final Charts charts;
    private final Practices practices;

    Estimate(
            Rosters rosters,
            Groups groups,
            Sessions sessions,
            Payers payers,
            OwnFees fees,
            Charts charts,
            Practices practices) {
        this.rosters = rosters;
        this.groups = groups;
        this.sessions = sessions;
        this.payers = payers;
        this.fees = fees;
        this.charts = charts;
        this.practices = practices;
    }

    /**
     * The words for the places of an estimate; a place is left out when nothing is known to put there. So are all that
     * say what it costs while one planned session has no fee: an estimate names every item, or is none.
     */
    Map<String, String> words(Patient patient, Language language) {
        var today = practices.today();
        var tongue = Tongue.of(language);
        var words = new HashMap<String, String>();
        words.put("estimate_diagnosis", diagnosis(patient, today, tongue));
        var seats = rosters.of(patient.id());
        var planned = planned(seats, today);
        var own = fees.schedule();
        var usual = payers.fees();
        var lines = planned.stream()
                .map(Session::group)
                .distinct()
                .flatMap(id -> groups.find(id).stream())
                .flatMap(group -> lines(group, planned, own, usual).stream())
                .toList();
        int counted = lines.stream().mapToInt(Line::visits).sum();
        if (!planned.isEmpty() && counted == planned.size()) {
            words.put(
                    "estimate_services",
                    lines.stream().map(line -> line.says(tongue)).collect(joining("; ")));
            words.put(
                    "estimate_total",
                    lines.stream()
                            .map(Line::total)
                            .reduce(Money.ZERO, Money::plus)
                            .toString());
            words.put("estimate_days", days(planned, tongue, language));
        }
        return words;
    }

    /** One service: so many visits at a charge. */
    private record Line(String code, int visits, Money charge) {

        Money total() {
            return charge.times(visits);
        }

        String says(Tongue tongue) {
            return tongue.say("estimate.line", code, visits, charge, total());
        }
    }

    /** One for each fee, as it is on the day of each session: what begins within the year counts from its day on. */
    private static List<Line> lines(Group group, List<Session> planned, FeeSchedule own, List<Payers.Fee> usual) {
        var visits = new LinkedHashMap<Money, Integer>();
        planned.stream()
                .filter(session -> session.group().equals(group.id()))
                .map(Session::serviceDate)
                .flatMap(day ->
                        own.on(group.id(), group.type(), day).or(() -> Payers.fee(usual, group.code(), day)).stream())
                .forEach(charge -> visits.merge(charge, 1, Integer::sum));
        return visits.entrySet().stream()
                .map(fee -> new Line(group.code().value(), fee.getValue(), fee.getKey()))
                .toList();
    }

    /** Sessions to come while they have a seat. */
    private List<Session> planned(List<Membership> seats, LocalDate today) {
        return sessions.between(today, today.plusYears(1)).stream()
                .filter(session -> session.status() == Session.Status.PLANNED)
                .filter(session -> seats.stream()
                        .anyMatch(seat -> seat.group().equals(session.group())
                                && seat.days().includes(session.serviceDate())))
                .toList();
    }

    private static String days(List<Session> planned, Tongue tongue, Language language) {
        return tongue.say(
                "estimate.days",
                planned.size(),
                Days.say(planned.getFirst().serviceDate(), language),
                Days.say(planned.getLast().serviceDate(), language));
    }

    private String diagnosis(Patient patient, LocalDate today, Tongue tongue) {
        var codes = charts.diagnoses(patient.id()).stream()
                .filter(one -> one.days().includes(today))
                .map(one -> one.code().toString().toUpperCase(Locale.ROOT))
                .toList();
        return codes.isEmpty() ? tongue.say("estimate.undecided") : String.join(", ", codes);
    }
}
