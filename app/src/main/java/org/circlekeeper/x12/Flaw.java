package org.circlekeeper.x12;

/**
 * Something that is wrong at one place of a file.
 *
 * @param segment the number of the segment in the file, from 1; 0 where the file as a whole is meant
 * @param id the segment's id; empty where what is wrong is no segment
 * @param element the number of the element in the guide; 0 where the segment as a whole is meant
 * @param code a word for programs, such as {@code count-differs}
 * @param sentence what a person is told
 */
public record Flaw(long segment, String id, int element, String code, String sentence) {

    public Flaw {
        sentence = Quoted.cut(sentence);
    }

    Warning warning() {
        return new Warning(code, sentence);
    }
}
