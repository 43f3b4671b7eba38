package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a TA1 segment says about an interchange of ours (X12.5, appendix C).
 *
 * @param interchange TA101: the ISA13 that is answered
 * @param madeOn TA102 and TA103, as they stand: YYMMDD and HHMM
 * @param answer TA104: A, E or R
 * @param note TA105; 000 where nothing was wrong
 */
public record InterchangeAnswer(String interchange, String madeOn, String answer, String note) {

    private static final String FINE = "000";

    public static InterchangeAnswer of(Segment ta1) {
        return new InterchangeAnswer(
                ta1.element(1), (ta1.element(2) + " " + ta1.element(3)).strip(), ta1.element(4), ta1.element(5));
    }

    /** Accepted with errors is accepted; what is neither A nor E was not. */
    public boolean isAccepted() {
        return answer.equals("A") || answer.equals("E");
    }

    Explained explained(String file, List<Warning> warnings) {
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("outcome", isAccepted() ? "accepted" : "rejected");
        facts.put("interchange", interchange);
        facts.put("status", answer);
        facts.put("code", note);
        facts.put("errors", errors());
        return new Explained(file, "TA1", "", interchange, null, warnings, facts, sentences());
    }

    private List<Map<String, String>> errors() {
        return note.isEmpty() || note.equals(FINE)
                ? List.of()
                : List.of(Map.of("code", note, "sentence", Codes.words("TA105", note)));
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("Our interchange " + interchange + " was " + (isAccepted() ? "accepted" : "rejected")
                + (answer.equals("E") ? ", with errors." : "."));
        errors().forEach(error -> sentences.add("Note " + note + ": " + error.get("sentence") + "."));
        return sentences;
    }
}
