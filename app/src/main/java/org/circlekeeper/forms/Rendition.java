package org.circlekeeper.forms;

/** A form asked for in one language. No form is ever given in another one instead. */
public sealed interface Rendition {

    record Text(FormVersion version) implements Rendition {}

    /** There is none; the sentence says what there is, and what to do. It is for staff, not for a member. */
    record Missing(String sentence) implements Rendition {}
}
