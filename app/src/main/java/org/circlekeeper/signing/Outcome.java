package org.circlekeeper.signing;

import java.util.List;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.terms.Finding;
import org.jspecify.annotations.Nullable;

/** What came of pressing a button under a paper. */
public sealed interface Outcome {

    /**
     * It was written down.
     *
     * @param status how the paper stands now
     * @param copy what the signer may take along: the paper with its evidence
     */
    record Done(
            SignatureId id,
            SignatureStatus status,
            @Nullable DocumentId copy) implements Outcome {}

    /**
     * Nothing was written down.
     *
     * @param findings everything that stands against it, each with its sentence and remedy
     * @param before the paper that this signer has signed already, when that is what stands against it
     */
    record Refused(List<Finding> findings, @Nullable SignatureId before) implements Outcome {

        public Refused {
            findings = List.copyOf(findings);
        }

        /** As in {@code Your name is missing. Type it as you sign it.} */
        public List<String> sentences() {
            return findings.stream()
                    .map(finding -> finding.because().sentence() + " " + finding.remedy())
                    .toList();
        }
    }
}
