package org.circlekeeper.x12;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Says which segment or element of ours a 999 did not like, and why. */
final class SegmentErrorInWords {

    private SegmentErrorInWords() {}

    static SequencedMap<String, @Nullable Object> facts(String controlNumber, SetAnswer.SegmentError error) {
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("controlNumber", controlNumber);
        facts.put("segment", error.segment());
        facts.put("position", error.position());
        facts.put("loop", error.loop());
        facts.put("code", error.code());
        facts.put("element", error.element());
        facts.put("elementCode", error.elementCode());
        facts.put("value", error.value());
        facts.put("context", error.contexts());
        facts.put("sentence", sentence(error));
        return facts;
    }

    private static String sentence(SetAnswer.SegmentError error) {
        var sentence = new StringBuilder("Segment ").append(error.segment());
        sentence.append(", number ").append(error.position()).append(" of the set");
        if (!error.loop().isEmpty()) {
            sentence.append(", loop ").append(error.loop());
        }
        sentence.append(": ").append(Codes.words("IK304", error.code()));
        if (!error.element().isEmpty()) {
            sentence.append("; element ").append(error.element()).append(": ");
            sentence.append(Codes.words("IK403", error.elementCode()));
        }
        if (!error.value().isEmpty()) {
            sentence.append(", it said ").append(error.value());
        }
        if (!error.contexts().isEmpty()) {
            sentence.append(" (").append(String.join(", ", error.contexts())).append(")");
        }
        return sentence.toString();
    }
}
