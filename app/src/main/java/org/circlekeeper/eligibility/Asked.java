package org.circlekeeper.eligibility;

import java.time.LocalDate;
import org.circlekeeper.terms.PersonName;

/** A question with what is known of the member: the least that a payer needs to find them (45 CFR 164.502(b)). */
record Asked(Question question, PersonName name, LocalDate birthDate, String sex, String payerName, String payerId) {

    /** The same, about that day where it was about one before. */
    Asked noEarlierThan(LocalDate day) {
        return question.serviceDay().isBefore(day)
                ? new Asked(question.on(day), name, birthDate, sex, payerName, payerId)
                : this;
    }
}
