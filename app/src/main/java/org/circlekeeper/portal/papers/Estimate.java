package org.circlekeeper.portal.papers;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.finance.EstimateContents;
import org.circlekeeper.finance.GroupEstimate;
import org.circlekeeper.finance.PaperEstimates;
import org.circlekeeper.forms.Days;
import org.circlekeeper.forms.Language;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Money;
import org.springframework.stereotype.Component;

/**
 * What a member who pays themselves is likely to pay for the sessions that are planned for them (45 CFR 149.610(c)(1)):
 * the services with their codes and charges, the days, and the diagnosis if there is one yet.
 */
@Component
class Estimate {

    private final PaperEstimates estimates;
    private final Charts charts;
    private final Practices practices;

    Estimate(PaperEstimates estimates, Charts charts, Practices practices) {
        this.estimates = estimates;
        this.charts = charts;
        this.practices = practices;
    }

    /**
     * The words for the places of an estimate; a place is left out when nothing is known to put there. So are all that
     * say what it costs while one planned session has no fee: an estimate names every item, or is none.
     */
    Map<String, String> words(Patient patient, Language language) {
        var tongue = Tongue.of(language);
        var words = new HashMap<String, String>();
        words.put("estimate_diagnosis", diagnosis(patient, practices.today(), tongue));
        var expected = estimates.of(patient.id());
        if (!expected.isEmpty()) {
            words.put(
                    "estimate_services",
                    expected.stream().map(one -> line(one, tongue)).collect(joining("; ")));
            words.put(
                    "estimate_total",
                    expected.stream()
                            .map(one -> one.sessions().total())
                            .reduce(Money.ZERO, Money::plus)
                            .toString());
            words.put("estimate_days", days(expected, tongue, language));
        }
        return words;
    }

    /** A service: so many visits at a charge. */
    private static String line(EstimateContents one, Tongue tongue) {
        var sessions = one.sessions();
        return tongue.say("estimate.line", one.code().value(), sessions.count(), sessions.fee(), sessions.total());
    }

    private static String days(List<EstimateContents> expected, Tongue tongue, Language language) {
        var days = expected.stream()
                .map(EstimateContents::sessions)
                .map(GroupEstimate::days)
                .flatMap(List::stream)
                .sorted(Comparator.naturalOrder())
                .toList();
        return tongue.say(
                "estimate.days", days.size(), Days.say(days.getFirst(), language), Days.say(days.getLast(), language));
    }

    private String diagnosis(Patient patient, LocalDate today, Tongue tongue) {
        var codes = charts.diagnoses(patient.id()).stream()
                .filter(one -> one.days().includes(today))
                .map(one -> one.code().toString().toUpperCase(Locale.ROOT))
                .toList();
        return codes.isEmpty() ? tongue.say("estimate.undecided") : String.join(", ", codes);
    }
}
