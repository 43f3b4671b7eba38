package org.circlekeeper.documents;

/** What opening a document gives. */
public sealed interface Opened {

    /** As it was stored, to the byte. */
    record Whole(Document document, byte[] bytes) implements Opened {}

    /** Something was changed in the database: it is shown to nobody. */
    record Altered(Document document, String sentence) implements Opened {}

    /** It was taken off the record. */
    record Removed(Document document, String sentence) implements Opened {}

    /** There is none with this id, or none in this practice. */
    record Unknown() implements Opened {}
}
