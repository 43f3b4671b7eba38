package org.circlekeeper.outbox;

import java.util.Optional;

/** Asked once more at the moment of sending whether a letter may still go. */
public interface SendCheck {

    /** Why it may not; empty when nothing speaks against it. */
    Optional<String> refusal(Letter letter);
}
