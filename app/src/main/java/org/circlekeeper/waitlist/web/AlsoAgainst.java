package org.circlekeeper.waitlist.web;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Rosters;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.waitlist.Entry;
import org.circlekeeper.waitlist.Offer;
import org.springframework.stereotype.Component;

/**
 * What the roster and the features above it have to say about a seat for somebody who is a patient, beside what the
 * waitlist knows, as papers that are missing. It asks every feature, and so for the first few seats alone, and where
 * somebody looks who may offer them.
 */
@Component
class AlsoAgainst {

    private final Rosters rosters;

    AlsoAgainst(Rosters rosters) {
        this.rosters = rosters;
    }

    /**
     * What was found and what else there is; each code once. Of somebody who is no patient yet nothing more is known.
     */
    List<Finding> with(List<Finding> found, Entry entry, GroupId group, LocalDate from) {
        var patient = entry.patient();
        return patient == null ? found : with(found, new Admission(group, patient, DateRange.from(from)));
    }

    /** The same of a seat that is kept for them, when all is as the offer says. */
    List<Finding> with(Entry entry, Offer kept) {
        var patient = entry.patient();
        return patient == null
                ? List.of()
                : with(
                        List.of(),
                        new Admission(kept.group(), patient, DateRange.from(kept.firstDay())).keeping(kept.id()));
    }

    private List<Finding> with(List<Finding> found, Admission asked) {
        var said = found.stream().map(Finding::code).collect(toSet());
        return Stream.concat(
                        found.stream(),
                        rosters.clearance(asked).stream()
                                .filter(one -> !said.contains(one.code()) && !isAge(one, found)))
                .toList();
    }

    /** The waitlist looks at ages as well, and says it in other words. */
    private static boolean isAge(Finding one, List<Finding> found) {
        return one.code().equals("age-outside")
                && found.stream().anyMatch(other -> other.code().startsWith("not-for-them-age"));
    }
}
