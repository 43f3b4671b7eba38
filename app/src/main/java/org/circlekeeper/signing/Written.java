package org.circlekeeper.signing;

import java.time.Instant;
import java.util.Optional;
import org.circlekeeper.documents.DocumentId;

/** One thing that was written down about a signature, with its evidence, as a page shows it. */
public record Written(long seq, String kind, Instant at, EvidenceSheet evidence, Optional<DocumentId> document) {

    static Written of(Entry entry) {
        var facts = entry.facts();
        var document = facts.get(Fact.DOCUMENT);
        return new Written(
                entry.seq(),
                switch (entry.kind()) {
                    case SIGNED -> "Signed";
                    case REFUSED -> "Said no";
                    case ON_PAPER -> "Kept on paper";
                    case DELIVERED -> "Copy delivered";
                    case WITHDRAWN -> "Withdrawn";
                    case LAPSED -> "Ran out";
                },
                entry.at(),
                new EvidenceSheet("en", "", "", "", "", EvidenceSheet.lines(facts, "en")),
                document.isEmpty() ? Optional.empty() : Optional.of(DocumentId.of(document)));
    }
}
