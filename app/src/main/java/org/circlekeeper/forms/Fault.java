package org.circlekeeper.forms;

/**
 * Why something cannot be taken as a form, and what to do.
 *
 * @param where the link id or the line it is about, as in {@code line 12}; empty when it is about the whole
 */
public record Fault(String where, String sentence) {

    @Override
    public String toString() {
        return where.isEmpty() ? sentence : where + ": " + sentence;
    }
}
