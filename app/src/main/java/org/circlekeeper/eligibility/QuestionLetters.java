package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.frame.Words;
import org.circlekeeper.outbox.Letter;
import org.circlekeeper.outbox.SendCheck;
import org.circlekeeper.outbox.Sender;
import org.springframework.stereotype.Component;

/**
 * What becomes of a file of questions in the outbox. Asked once more as it leaves: one that names somebody about whom
 * no payer may be asked by now is called back whole, and the others are asked about in the next.
 */
@Component
class QuestionLetters implements SendCheck, Sender {

    private static final String ACTOR = "Circlekeeper";

    private final QuestionStore questions;
    private final RunStore runs;
    private final DueList dueList;
    private final Clock clock;

    QuestionLetters(QuestionStore questions, RunStore runs, DueList dueList, Clock clock) {
        this.questions = questions;
        this.runs = runs;
        this.dueList = dueList;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Dispatch.KIND;
    }

    @Override
    public Optional<String> refusal(Letter letter) {
        if (!letter.kind().equals(Dispatch.KIND)) {
            return Optional.empty();
        }
        var policies = questions.ofFile(UUID.fromString(letter.key())).stream()
                .map(asked -> asked.question().policy())
                .collect(toSet());
        int withheld = dueList.forbidden(policies).size();
        return withheld == 0
                ? Optional.empty()
                : Optional.of("Before it left, no payer may be asked about "
                        + Words.count(withheld, "insurance", "insurances") + " in it any more.");
    }

    @Override
    public void sent(String key, Instant at) {
        var file = UUID.fromString(key);
        runs.sent(file, at);
        questions.move(inFile(file), QuestionStatus.WRITTEN, QuestionStatus.SENT, "", ACTOR, at);
    }

    @Override
    public void refused(String key, String why, Instant at) {
        var file = UUID.fromString(key);
        runs.calledBack(file, why);
        questions.move(inFile(file), QuestionStatus.WRITTEN, QuestionStatus.QUEUED, why, ACTOR, clock.instant());
    }

    private List<UUID> inFile(UUID file) {
        return questions.ofFile(file).stream()
                .map(asked -> asked.question().id())
                .toList();
    }
}
