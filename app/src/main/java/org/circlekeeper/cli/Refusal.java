package org.circlekeeper.cli;

/** Ends a command with one sentence for whoever typed it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int code;
    private final boolean told;

    private Refusal(int code, boolean told, String sentence) {
        super(sentence);
        this.code = code;
        this.told = told;
    }

    /** What was asked for cannot be done. */
    static Refusal of(String sentence) {
        return new Refusal(1, false, sentence);
    }

    /** The command was written wrongly. */
    static Refusal usage(String sentence) {
        return new Refusal(2, false, sentence);
    }

    /** The same, and whoever found it has said so on stderr. */
    static Refusal toldAlready(String sentence) {
        return new Refusal(1, true, sentence);
    }

    boolean isTold() {
        return told;
    }

    int code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
