package org.circlekeeper.eligibility;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.circlekeeper.x12.Warning;
import org.circlekeeper.x12.X12Explainer;

/**
 * What is wrong with a file as a whole, and with each of its sets.
 *
 * @param refused why nothing of it may be read; empty when it may
 * @param ofSets what is wrong with a set, by its place from 1; TA1 is none
 * @param kinds of its sets (ST01), and TA1
 */
record Survey(String refused, Map<Integer, String> ofSets, Set<String> kinds) {

    private static final Set<String> KINDS = Set.of("271", "999", "TA1");

    static Survey of(String name, Content content) throws IOException {
        var refused = new StringBuilder();
        var ofSets = new HashMap<Integer, String>();
        var kinds = new HashSet<String>();
        var sets = new int[1];
        X12Explainer.warn(name, content.source(), told -> {
            kinds.add(told.transaction());
            if (told.refused() != null) {
                refused.append(told.refused());
            } else if (!told.transaction().equals("TA1")) {
                sets[0]++;
                if (!told.warnings().isEmpty()) {
                    ofSets.put(
                            sets[0],
                            told.warnings().stream().map(Warning::sentence).collect(Collectors.joining(" ")));
                }
            }
        });
        return new Survey(refused.toString(), ofSets, kinds);
    }

    /** Whether it holds nothing but what a clearinghouse says of files. */
    boolean isReceipt() {
        return !kinds.isEmpty() && Set.of("999", "TA1").containsAll(kinds);
    }

    /** Whether anything in it is read here: answers, or receipts for questions. */
    boolean isForHere() {
        return kinds.stream().anyMatch(KINDS::contains);
    }

    /** All that is wrong with its sets, in their order. */
    String warnings() {
        return ofSets.keySet().stream().sorted().map(ofSets::get).collect(Collectors.joining(" "));
    }

    String warnings(int set) {
        return ofSets.getOrDefault(set, "");
    }
}
