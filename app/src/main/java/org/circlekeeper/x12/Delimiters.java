package org.circlekeeper.x12;

/**
 * The four characters that hold an interchange apart, as its ISA declares them. A repetition of NUL means that the file
 * declares none, as those before version 5010 do.
 */
public record Delimiters(char element, char repetition, char component, char segment) {

    public static final char NONE = '\0';
    public static final Delimiters USUAL = new Delimiters('*', '^', ':', '~');

    public Delimiters {
        refuseLetters(element);
        refuseLetters(repetition);
        refuseLetters(component);
        refuseLetters(segment);
        boolean different = element != repetition && element != component && element != segment;
        if (!different || repetition == component || repetition == segment || component == segment) {
            throw new IllegalArgumentException("The four delimiters of an interchange are four different characters");
        }
    }

    boolean contains(char character) {
        return character == element || character == repetition || character == component || character == segment;
    }

    /** A delimiter occurs nowhere else: neither in words, nor in numbers such as -12.5. */
    private static void refuseLetters(char delimiter) {
        boolean inWordsAndNumbers = Character.isLetterOrDigit(delimiter) || " .-".indexOf(delimiter) >= 0;
        if (inWordsAndNumbers || delimiter > 255) {
            throw new IllegalArgumentException("Not a character that can separate: " + delimiter);
        }
    }
}
