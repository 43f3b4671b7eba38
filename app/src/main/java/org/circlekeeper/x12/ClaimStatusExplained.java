package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Tells a 277: what a payer answers when it is asked how claims stand. */
final class ClaimStatusExplained implements SetExplained, ClaimAnswerReading.Receiver {

    private final ClaimAnswerReading reading = new ClaimAnswerReading(this);
    private final List<Map<String, @Nullable Object>> claims = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final SentenceList told = new SentenceList();
    private final WarningList warnings = new WarningList();
    private boolean ended;

    @Override
    public void see(Segment segment) {
        StatusReading.warn(segment, warnings);
        reading.see(segment);
    }

    /** A payer that could not answer says so here, about all that was asked or about one provider. */
    @Override
    public void level(LevelAnswer answer) {
        codes.addAll(ClaimAnswerFacts.codes(answer.statuses()));
        errors.addAll(ClaimAnswerFacts.reasons(answer.statuses()));
        var about = answer.level().equals("19") ? "About one provider: " : "About all that was asked: ";
        answer.statuses().forEach(status -> told.add(about + StatusInWords.status(status) + "."));
    }

    /** What is said of the claim counts; of its services only where nothing is. */
    @Override
    public void claim(ClaimAnswer answer) {
        var outcome = ClaimOutcome.answered(answer.statuses());
        if (answer.statuses().isEmpty()) {
            outcome = answer.services().stream()
                    .map(service -> ClaimOutcome.answered(service.statuses()))
                    .reduce(ClaimOutcome.UNKNOWN, ClaimOutcome::or);
        }
        claims.add(ClaimAnswerFacts.facts(answer, outcome));
        told.add(ClaimAnswerFacts.sentence(answer, outcome));
    }

    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        end();
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("claims", claims);
        facts.put("codes", codes);
        facts.put("errors", errors);
        return facts;
    }

    @Override
    public List<String> sentences() {
        end();
        var all = told.all();
        return all.isEmpty() ? List.of("The answer is about no claim.") : all;
    }

    @Override
    public List<Warning> warnings() {
        return warnings.all();
    }

    private void end() {
        if (!ended) {
            ended = true;
            reading.end();
        }
    }
}
