package org.circlekeeper.cli;

/** Ends a command with one sentence for whoever typed it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int code;

    private Refusal(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** What was asked for cannot be done. */
    static Refusal of(String sentence) {
        return new Refusal(1, sentence);
    }

    /** The command was written wrongly. */
    static Refusal usage(String sentence) {
        return new Refusal(2, sentence);
    }

    int code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
