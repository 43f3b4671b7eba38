package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.List;

/** Sentences about one claim or set each: as many as a person reads, and how many more there were. */
final class SentenceList {

    private static final int MOST = 200;

    private final List<String> sentences = new ArrayList<>();
    private long more;

    void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        } else {
            more++;
        }
    }

    List<String> all() {
        List<String> all = new ArrayList<>(sentences);
        if (more > 0) {
            all.add("And " + more + " more.");
        }
        return all;
    }
}
