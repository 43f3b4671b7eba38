package org.circlekeeper.outbox;

import java.time.Instant;

/** Whoever puts letters of a kind here, and is told what became of each in the transaction that writes it down. */
public interface Sender {

    String kind();

    void sent(String key, Instant at);

    /** It will never go: a check refused it. */
    void refused(String key, String why, Instant at);

    /** It will never go: the other end does not take it. */
    default void undeliverable(Letter letter, Undeliverable why, Instant at) {
        refused(letter.key(), why.sentence(), at);
    }
}
