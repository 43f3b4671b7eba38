package org.circlekeeper.forms.plain;

/** The link ids that parts have to which the author gave none: h1, t1, c1, q1 and so on, in the order of reading. */
final class AutomaticIds {

    private int headings;
    private int texts;
    private int clauses;
    private int questions;

    String heading() {
        return "h" + ++headings;
    }

    String text() {
        return "t" + ++texts;
    }

    String clause() {
        return "c" + ++clauses;
    }

    String question() {
        return "q" + ++questions;
    }
}
