package org.circlekeeper.portal.papers;

import java.util.Map;
import org.circlekeeper.intake.MemberWords;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.patients.Patient;
import org.springframework.stereotype.Component;

/** What stands in the estimate of somebody who pays themselves, on whichever page it is printed. */
@Component
class EstimateWords implements MemberWords {

    private final Estimate estimate;

    EstimateWords(Estimate estimate) {
        this.estimate = estimate;
    }

    @Override
    public Map<String, String> of(Paper paper, Patient member) {
        return paper.form().equals(OwnPapers.ESTIMATE) ? estimate.words(member, paper.language()) : Map.of();
    }
}
