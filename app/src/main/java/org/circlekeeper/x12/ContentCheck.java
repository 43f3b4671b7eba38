package org.circlekeeper.x12;

/** Looks at one set for something that no single segment shows. */
interface ContentCheck {

    /** The next segment between ST and SE, and its number in the file. */
    void see(Segment segment, long number);

    /** SE has been reached; {@code number} is its own. */
    void end(long number);
}
