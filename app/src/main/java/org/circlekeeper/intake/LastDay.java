package org.circlekeeper.intake;

import java.util.List;
import org.circlekeeper.forms.Questionnaire;

/**
 * The last day on which a signed paper holds, as a form asks for it (42 CFR 2.31(a)(7), 45 CFR 164.508(c)(1)(v)). Pure.
 */
public final class LastDay {

    /** What the questions are called in a form, the first that is a day and is answered counts. */
    public static final List<String> ASKED_AS = List.of("ends", "ends-on");

    private LastDay() {}

    /** Whether a paper of this text may have one. */
    public static boolean isAskedIn(Questionnaire questionnaire) {
        return ASKED_AS.stream()
                .anyMatch(linkId -> questionnaire.question(linkId).isPresent());
    }
}
