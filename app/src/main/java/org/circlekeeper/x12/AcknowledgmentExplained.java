package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a 999: which of our sets were accepted, and what was wrong with the others. */
final class AcknowledgmentExplained implements SetExplained, AcknowledgmentReading.Receiver {

    /** AK901 of a group of which some sets are accepted; empty where none is told. */
    private static final Set<String> GOES_ON = Set.of("A", "E", "P", "");

    private final AcknowledgmentReading reading = new AcknowledgmentReading(this);
    private final List<Map<String, @Nullable Object>> sets = new ArrayList<>();
    private final SentenceList told = new SentenceList();
    private final List<Map<String, @Nullable Object>> errors = new ArrayList<>();
    private long acceptedSets;
    private @Nullable GroupAnswer group;

    @Override
    public void see(Segment segment) {
        reading.see(segment);
    }

    @Override
    public void set(SetAnswer set) {
        acceptedSets += set.isAccepted() ? 1 : 0;
        List<Map<String, @Nullable Object>> ofSet = new ArrayList<>();
        set.errors().forEach(error -> ofSet.add(SegmentErrorInWords.facts(set.controlNumber(), error)));
        set.codes().forEach(code -> ofSet.add(whole(set.controlNumber(), code, Codes.words("IK502", code))));
        errors.addAll(ofSet);
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("transaction", set.set());
        facts.put("controlNumber", set.controlNumber());
        facts.put("outcome", set.isAccepted() ? "accepted" : "rejected");
        facts.put("status", set.answer());
        facts.put("errors", ofSet);
        sets.add(facts);
        told.add("Set " + set.controlNumber() + " (" + set.set() + ") was " + word(set) + ".");
        ofSet.forEach(error -> told.add(error.get("sentence") + "."));
    }

    @Override
    public void group(GroupAnswer answer) {
        group = answer;
        answer.codes().forEach(code -> {
            var error = whole(null, code, Codes.words("AK905", code));
            errors.add(error);
            told.add(error.get("sentence") + ".");
        });
    }

    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        var answer = ended();
        if (isRejected(answer)) {
            sets.forEach(set -> set.put("outcome", "rejected"));
        }
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("outcome", outcome(answer));
        facts.put("group", answer.controlNumber());
        facts.put("groupKind", answer.kind());
        facts.put("status", answer.answer());
        facts.put("accepted", accepted(answer));
        facts.put("rejected", rejected(answer));
        facts.put("sets", sets);
        facts.put("errors", errors);
        return facts;
    }

    @Override
    public List<String> sentences() {
        var answer = ended();
        List<String> sentences = new ArrayList<>();
        sentences.add("Our group " + answer.controlNumber() + " was " + said(outcome(answer)) + ": " + accepted(answer)
                + " accepted, " + rejected(answer) + " rejected.");
        if (isRejected(answer) && acceptedSets > 0) {
            sentences.add("Every set of the group is rejected with it, whatever is said of the set.");
        }
        sentences.addAll(told.all());
        return sentences;
    }

    @Override
    public List<Warning> warnings() {
        return ended().answer().isEmpty()
                ? List.of(new Warning("no-answer", "The file does not say whether the group was accepted (AK9)."))
                : List.of();
    }

    private GroupAnswer ended() {
        if (group == null) {
            reading.end();
        }
        var answer = group;
        if (answer == null) {
            throw new IllegalStateException("A 999 that has ended has told of its group");
        }
        return answer;
    }

    /** A rejection beats whatever else is said. */
    private String outcome(GroupAnswer answer) {
        long accepted = accepted(answer);
        long rejected = rejected(answer);
        if (answer.answer().equals("A") || answer.answer().equals("E")) {
            return rejected == 0 ? "accepted" : mixed(accepted);
        }
        if (isRejected(answer)) {
            return "rejected";
        }
        return rejected == 0 && answer.answer().isEmpty() ? "accepted" : mixed(accepted);
    }

    /** AK901 is R, or M, W or X of a group whose security failed, or nothing that the guide knows. */
    private static boolean isRejected(GroupAnswer answer) {
        return !GOES_ON.contains(answer.answer());
    }

    private static String mixed(long accepted) {
        return accepted == 0 ? "rejected" : "partial";
    }

    /**
     * None of a group that is rejected. Else by the sets that are named; where a 999 names those alone that were
     * rejected, by its own count.
     */
    private long accepted(GroupAnswer answer) {
        if (isRejected(answer)) {
            return 0;
        }
        long unnamed = answer.received() - sets.size();
        boolean counts = unnamed > 0 && answer.accepted() >= 0;
        return counts ? Math.clamp(answer.accepted(), acceptedSets, acceptedSets + unnamed) : acceptedSets;
    }

    private long rejected(GroupAnswer answer) {
        return Math.max(answer.received(), sets.size()) - accepted(answer);
    }

    private static String said(String outcome) {
        return outcome.equals("partial") ? "accepted in part" : outcome;
    }

    private static String word(SetAnswer set) {
        return switch (set.answer()) {
            case "A" -> "accepted";
            case "E" -> "accepted, with errors";
            default -> "rejected";
        };
    }

    private static SequencedMap<String, @Nullable Object> whole(
            @Nullable String controlNumber, String code, String words) {
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("controlNumber", controlNumber);
        facts.put("code", code);
        facts.put("sentence", (controlNumber == null ? "The group" : "The set") + ": " + words);
        return facts;
    }
}
