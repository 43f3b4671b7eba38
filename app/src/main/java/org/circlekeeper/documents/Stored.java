package org.circlekeeper.documents;

/** What became of a file that came in. */
public sealed interface Stored {

    record Kept(DocumentId id) implements Stored {}

    /** Nothing of it was kept. The sentence says why, and what to do; it is for staff. */
    record Refused(Why why, String sentence) implements Stored {}

    /** Why a file is not kept: whoever speaks another language has a sentence of their own for each. */
    enum Why {
        EMPTY,
        TOO_LARGE,
        HEIC,
        OTHER_KIND,
        TOO_MANY_POINTS,
        DAMAGED
    }
}
