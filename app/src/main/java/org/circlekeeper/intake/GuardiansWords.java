package org.circlekeeper.intake;

import org.circlekeeper.audit.Actor;
import org.circlekeeper.patients.PatientId;
import org.springframework.stereotype.Component;

/** Ends at once what guardians signed for a member who decides for themselves from now on: the member is asked. */
@Component
public class GuardiansWords {

    private final GuardiansPapers guardians;
    private final Renewals renewals;

    GuardiansWords(GuardiansPapers guardians, Renewals renewals) {
        this.guardians = guardians;
        this.renewals = renewals;
    }

    /** How many papers that is. With a consent under 42 CFR Part 2 goes what rests on it (42 CFR 2.14). */
    public int end(PatientId member, String why, Actor actor) {
        return (int) guardians.pastMajority().stream()
                .filter(paper -> paper.patient().equals(member))
                .filter(paper -> renewals.ranOut(paper.id(), why, actor))
                .count();
    }
}
