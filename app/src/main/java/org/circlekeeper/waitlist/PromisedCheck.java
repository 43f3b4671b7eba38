package org.circlekeeper.waitlist;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.roster.Apart;
import org.circlekeeper.roster.GroupRules;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.circlekeeper.terms.Finding;
import org.springframework.stereotype.Component;

/**
 * Says, when somebody is to be seated by whatever way, that a seat of the group is kept for somebody from whom they are
 * kept apart. Whoever is kept a seat there themselves takes it up: of two such the roster lets the first one in.
 */
@Component
class PromisedCheck implements AdmissionCheck {

    private final OfferStore offers;
    private final GroupRules rules;
    private final Clock clock;

    PromisedCheck(OfferStore offers, GroupRules rules, Clock clock) {
        this.offers = offers;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public List<Finding> assess(Admission asked) {
        var pairs = rules.apart(asked.patient()).stream()
                .filter(pair -> touch(pair, asked))
                .toList();
        var promised = pairs.isEmpty() ? Set.<PatientId>of() : offers.promised().getOrDefault(asked.group(), Set.of());
        return promised.contains(asked.patient())
                ? List.of()
                : pairs.stream()
                        .filter(pair ->
                                promised.contains(pair.one().equals(asked.patient()) ? pair.other() : pair.one()))
                        .map(pair -> finding(pair, asked))
                        .toList();
    }

    private static boolean touch(Apart pair, Admission asked) {
        var last = asked.days().last();
        return !pair.days().hasEnded(asked.days().first())
                && (last == null || !pair.days().first().isAfter(last));
    }

    private Finding finding(Apart pair, Admission asked) {
        return new Finding(
                pair.byOrder() ? "protective-order" : "do-not-group-with",
                pair.byOrder() ? Finding.Weight.ALWAYS_HOLDS : Finding.Weight.HOLDS,
                Because.of(
                        "Somebody for whom a seat is kept there and they are "
                                + (pair.byOrder() ? "kept apart by a court's order." : "not to sit together."),
                        new Evidence("The group.", "/groups/" + asked.group(), clock.instant())),
                "Choose another group.",
                "this practice");
    }
}
