package org.circlekeeper.x12;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Tells a 277CA: which claims of a batch a clearinghouse or payer took, and which it sent back and why. */
final class ClaimAcknowledgmentExplained implements SetExplained, ClaimAnswerReading.Receiver {

    private static final String BATCH = "21";

    private final ClaimAnswerReading reading = new ClaimAnswerReading(this);
    private final List<Map<String, @Nullable Object>> claims = new ArrayList<>();
    private final SentenceList told = new SentenceList();
    private final WarningList warnings = new WarningList();
    private @Nullable LevelAnswer batch;
    private ClaimOutcome ofBatch = ClaimOutcome.UNKNOWN;
    private ClaimOutcome ofProvider = ClaimOutcome.UNKNOWN;
    private long accepted;
    private long rejected;
    private long rejectedWithoutNames;
    private long countOfBatch;
    private long countOfProviders;
    private boolean batchRejected;
    private boolean ended;

    @Override
    public void see(Segment segment) {
        StatusReading.warn(segment, warnings);
        reading.see(segment);
    }

    @Override
    public void level(LevelAnswer answer) {
        var outcome = ClaimOutcome.acknowledged(answer.statuses());
        if (answer.level().equals(BATCH)) {
            batchBegins(answer);
            ofBatch = outcome;
            batchRejected |= outcome == ClaimOutcome.REJECTED;
            ofProvider = ClaimOutcome.UNKNOWN;
        } else {
            ofProvider = outcome;
        }
        if (outcome == ClaimOutcome.REJECTED) {
            long count = Math.max(answer.rejectedClaims(), 0);
            if (answer.level().equals(BATCH)) {
                countOfBatch = count;
            } else {
                countOfProviders += count;
            }
            var what = answer.level().equals(BATCH) ? "The whole batch" : "All claims of a provider";
            answer.statuses().forEach(status -> told.add(what + " rejected: " + StatusInWords.status(status) + "."));
        }
    }

    /** One that says nothing is no other batch, and one that was rejected stays the one that is told. */
    private void batchBegins(LevelAnswer answer) {
        boolean says = !answer.statuses().isEmpty() || !answer.trace().isEmpty();
        if (batch == null ? says : says && !batchRejected) {
            batch = answer;
        }
        rejectedWithoutNames += countOfBatch();
        countOfBatch = 0;
        countOfProviders = 0;
    }

    /** The claims of its providers are among those that a batch counts. */
    private long countOfBatch() {
        return countOfBatch > 0 ? countOfBatch : countOfProviders;
    }

    /** A claim is rejected with the batch or the provider above it. */
    @Override
    public void claim(ClaimAnswer answer) {
        var services = answer.services().stream()
                .map(service -> ClaimOutcome.acknowledged(service.statuses()))
                .reduce(ClaimOutcome.UNKNOWN, ClaimOutcome::or);
        var outcome = ClaimOutcome.acknowledged(answer.statuses()).or(services);
        boolean withThoseAbove = ofBatch == ClaimOutcome.REJECTED || ofProvider == ClaimOutcome.REJECTED;
        outcome = withThoseAbove ? ClaimOutcome.REJECTED : outcome;
        accepted += outcome == ClaimOutcome.ACCEPTED ? 1 : 0;
        rejected += outcome == ClaimOutcome.REJECTED ? 1 : 0;
        claims.add(ClaimAnswerFacts.facts(answer, outcome));
        told.add(ClaimAnswerFacts.sentence(answer, outcome));
    }

    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        end();
        SequencedMap<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("outcome", outcome());
        facts.put("batch", batch == null ? null : batch.trace());
        facts.put("batchRejected", batchRejected);
        facts.put("batchCodes", batch == null ? List.of() : ClaimAnswerFacts.codes(batch.statuses()));
        facts.put("accepted", accepted);
        facts.put("rejected", rejectedClaims());
        facts.put("claims", claims);
        return facts;
    }

    @Override
    public List<String> sentences() {
        end();
        List<String> sentences = new ArrayList<>();
        sentences.add((batch == null ? "Claims" : "Batch " + batch.trace()) + ": " + accepted + " accepted, "
                + rejectedClaims() + " rejected.");
        sentences.addAll(told.all());
        return sentences;
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

    /** Those that are named, or else as many as the file says were rejected together. */
    private long rejectedClaims() {
        return Math.max(rejected, rejectedWithoutNames + countOfBatch());
    }

    private String outcome() {
        boolean anyRejected = rejectedClaims() > 0 || batchRejected;
        if (anyRejected) {
            return accepted > 0 ? "partial" : "rejected";
        }
        return claims.isEmpty() ? ofBatch.word() : "accepted";
    }
}
