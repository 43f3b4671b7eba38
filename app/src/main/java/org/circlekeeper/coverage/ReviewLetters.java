package org.circlekeeper.coverage;

import java.time.Instant;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.SendCheck;
import org.circlekeeper.outbox.Sender;
import org.springframework.stereotype.Component;

/**
 * What becomes of a 278 in the outbox. Asked once more as it leaves: a file about somebody of whom the payer may no
 * longer be told stays whole, and its requests are to be asked again.
 */
@Component
class ReviewLetters implements SendCheck, Sender {

    private static final Actor SELF = new Actor.Duty("renew-authorizations");

    private final AskingStore store;
    private final Asking asking;
    private final Packets packets;

    ReviewLetters(AskingStore store, Asking asking, Packets packets) {
        this.store = store;
        this.asking = asking;
        this.packets = packets;
    }

    @Override
    public String kind() {
        return ReviewFiles.KIND;
    }

    @Override
    public Optional<String> refusal(Letter letter) {
        return letter.kind().equals(kind())
                ? store.inFile(letter.key()).stream()
                        .flatMap(request -> packets.refusal(request.patient()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** It was written down as it was put here. */
    @Override
    public void sent(String key, Instant at) {}

    @Override
    public void refused(String key, String why, Instant at) {
        store.inFile(key).forEach(request -> asking.cameBack(request.id(), why, SELF));
    }
}
