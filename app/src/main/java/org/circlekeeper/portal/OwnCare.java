package org.circlekeeper.portal;

import java.time.LocalDate;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;

/**
 * That a minor consented to their own care: they sign for themselves from then on (45 CFR 164.502(g)(3)(i)). Whether a
 * parent still sees what they saw the law of the state says (164.502(g)(3)(ii)); no such rule is written down here, so
 * whoever records the consent chooses.
 */
public record OwnCare(UUID id, PatientId member, Consent consent, String recordedBy) {

    /**
     * What is known of the consent.
     *
     * @param from the day on which they consented
     * @param document what shows it, and where it is kept
     * @param parents what becomes of those who act for them
     * @param parentsWhy why that was chosen
     * @param foundBy who found that the condition of the state's rule is met; empty where it has none
     */
    public record Consent(LocalDate from, String document, Parents parents, String parentsWhy, String foundBy) {}

    /** What becomes of parents and guardians who act for the minor. */
    public enum Parents {
        END("No parent or guardian acts for them any more, unless they ask for it"),
        STAY("Parents and guardians go on seeing what they see, and sign nothing");

        private final String onScreen;

        Parents(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    public LocalDate from() {
        return consent.from();
    }

    public boolean parentsStay() {
        return consent.parents() == Parents.STAY;
    }
}
