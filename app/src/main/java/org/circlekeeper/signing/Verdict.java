package org.circlekeeper.signing;

import java.util.List;

/** What looking at a signature again showed. */
public sealed interface Verdict {

    /** Everything is as it was when it was signed. */
    record Whole(SignatureId id, int entries) implements Verdict {}

    /** Something is not. Each sentence says what. */
    record Altered(SignatureId id, List<String> differs) implements Verdict {

        public Altered {
            differs = List.copyOf(differs);
        }
    }

    /** There is none with this id, or none in this practice. */
    record Missing(SignatureId id) implements Verdict {}

    SignatureId id();
}
