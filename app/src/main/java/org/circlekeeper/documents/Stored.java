package org.circlekeeper.documents;

/** What became of a file that came in. */
public sealed interface Stored {

    record Kept(DocumentId id) implements Stored {}

    /** Nothing of it was kept. The sentence says why, and what to do. */
    record Refused(String sentence) implements Stored {}
}
