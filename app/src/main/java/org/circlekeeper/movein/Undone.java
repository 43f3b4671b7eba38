package org.circlekeeper.movein;

/** What became of an attempt to take an import back. */
public sealed interface Undone {

    /** Everything it added is gone. */
    record TakenBack(int rows) implements Undone {}

    /** Nothing changed; the sentence says why. */
    record NotPossible(String why) implements Undone {}
}
