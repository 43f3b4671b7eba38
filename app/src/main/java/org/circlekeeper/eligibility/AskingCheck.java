package org.circlekeeper.eligibility;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.circlekeeper.patients.PatientId;

/** Asks those above about whom no payer may be asked: as people are chosen, as a file is written, and as it leaves. */
public interface AskingCheck {

    /** Those of the patients about whom no payer may be asked today, each with the reason. */
    Map<PatientId, Reason> withheld(Collection<PatientId> patients, LocalDate today);

    /** Why no payer may be asked. */
    enum Reason {
        RESTRICTED("They asked that their plan is not told (45 CFR 164.522(a)(1)(vi)): no payer is asked about them."),
        NO_CONSENT("They have a seat in a Part 2 group, and no consent covers today (42 CFR 2.31): no payer is asked."),
        WISH("They asked for a seat in a Part 2 group: until they have it, no payer is asked (42 CFR 2.13).");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
