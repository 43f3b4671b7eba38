package org.circlekeeper.outbox;

/** Takes letters of one kind out of the house. Carrying the same letter again leaves one at the other end. */
public interface Carrier {

    String kind();

    /** Whether it is at the other end already, as far as can be seen: then it has left, whatever was written down. */
    boolean hasCarried(Letter letter);

    /**
     * Throws {@link CannotCarry} when it stays, {@link Undeliverable} when it will never go, with the sentence that
     * says why.
     */
    void carry(Letter letter);
}
