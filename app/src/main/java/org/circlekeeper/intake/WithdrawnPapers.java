package org.circlekeeper.intake;

import org.circlekeeper.signing.ConsentWithdrawn;
import org.circlekeeper.signing.Signature;
import org.circlekeeper.signing.SignatureId;
import org.circlekeeper.signing.Signatures;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A paper follows its signature: wherever that is taken back, the paper holds no more within the same transaction, and
 * what rests on it and has not left stays (I9).
 */
@Component
class WithdrawnPapers {

    private final MemberPapers papers;
    private final Signatures signatures;

    WithdrawnPapers(MemberPapers papers, Signatures signatures) {
        this.papers = papers;
        this.signatures = signatures;
    }

    /** Nothing happens to a paper that was withdrawn itself and took its signature with it. */
    @EventListener
    void withdrawn(ConsentWithdrawn event) {
        papers.signed(event.signature().value())
                .ifPresent(paper -> papers.withdraw(paper.id(), why(event.signature()), event.by()));
    }

    private String why(SignatureId id) {
        return signatures.find(id).map(Signature::settledWhy).orElse("");
    }
}
