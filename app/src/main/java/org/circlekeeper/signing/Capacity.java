package org.circlekeeper.signing;

import org.circlekeeper.documents.DocumentId;

/** As what somebody signs. */
public sealed interface Capacity {

    /** For oneself. */
    record Self() implements Capacity {}

    /** The one guardian whose word is enough. */
    record Guardian() implements Capacity {}

    /** One of two guardians: it counts when both have signed. */
    record TwoGuardians() implements Capacity {}

    /**
     * In the place of the patient, on the strength of a paper (45 CFR 164.502(g); 164.508(c)(1)(vi) asks for a
     * description of the authority).
     *
     * @param authority the document that gives it, which is on the patient's record
     */
    record Representative(DocumentId authority) implements Capacity {}

    /** What it is called for ever, in the database and in the evidence. */
    default String code() {
        return switch (this) {
            case Self _ -> "SELF";
            case Guardian _ -> "GUARDIAN";
            case TwoGuardians _ -> "TWO_GUARDIANS";
            case Representative _ -> "REPRESENTATIVE";
        };
    }
}
