package org.circlekeeper.forms;

import java.util.List;

/** What came of reading a form that somebody wrote or sent. */
public sealed interface Taken {

    record Whole(Questionnaire questionnaire) implements Taken {}

    /** Everything that stands in the way, at most {@link #MOST}. */
    record Refused(List<Fault> faults) implements Taken {
        public Refused {
            faults = List.copyOf(faults.subList(0, Math.min(MOST, faults.size())));
        }
    }

    int MOST = 50;

    static Taken of(Questionnaire questionnaire, List<Fault> faults) {
        return faults.isEmpty() ? new Whole(questionnaire) : new Refused(faults);
    }
}
