package org.circlekeeper.finance;

import java.util.List;
import java.util.Locale;
import org.circlekeeper.roster.Admission;
import org.circlekeeper.roster.AdmissionCheck;
import org.circlekeeper.terms.Finding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says, when somebody is to be seated by whatever way, what is missing in their insurance today while it is not agreed
 * how visits are paid for. By the practice's rule it is told, or holds until somebody gives a reason.
 */
@Component
class CoverageCheck implements AdmissionCheck {

    /** Asked for as it is needed: who is to be verified knows the waitlist, which seats people and asks this. */
    private final ObjectProvider<OpenGaps> gaps;

    private final SeatRules rules;

    CoverageCheck(ObjectProvider<OpenGaps> gaps, SeatRules rules) {
        this.gaps = gaps;
        this.rules = rules;
    }

    @Override
    public List<Finding> assess(Admission asked) {
        var weight = rules.rule().weight();
        return gaps.getObject().of(asked.patient()).stream()
                .filter(standing -> !standing.letsBegin())
                .map(standing -> finding(standing.gap(), weight))
                .toList();
    }

    /** What is told alone is not looked up while somebody is seated and others wait for the seats of the group. */
    @Override
    public boolean onlyWarns() {
        return rules.rule() == SeatRule.TOLD;
    }

    private static Finding finding(CoverageGap gap, Finding.Weight weight) {
        return new Finding(
                "insurance-" + gap.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                weight,
                gap.because(),
                "Talk with them about money, and write down what comes of it.",
                "this practice");
    }
}
