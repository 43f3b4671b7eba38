package org.circlekeeper.eligibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.x12.X12Reader;
import org.circlekeeper.x12.eligibility.EligibilityAnswer;
import org.circlekeeper.x12.eligibility.EligibilityAnswerReader;
import org.springframework.stereotype.Component;

/**
 * Takes in files of answers (271): kept byte for byte first, then read. The same bytes are read once. A file that is
 * not whole is refused and posted nowhere; a set with a warning, and an answer to no question of ours, wait for a
 * person.
 */
@Component
public class Receiving {

    private static final int MOST_SHOWN = 200;

    private static final String OTHER_KIND =
            "This file holds no answers about benefits (271), and no receipts (999, TA1)"
                    + " for questions about them. Hand it over where its kind is taken in.";
    private static final String SETTLED = "Somebody settled it already.";

    private final ReceivedStore store;
    private final QuestionStore questions;
    private final AnswersOfFile answers;
    private final Receipts receipts;
    private final Practices practices;
    private final PracticeScope scope;
    private final AuditTrail audit;
    private final Clock clock;

    Receiving(
            ReceivedStore store,
            QuestionStore questions,
            AnswersOfFile answers,
            Receipts receipts,
            Practices practices,
            PracticeScope scope,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.questions = questions;
        this.answers = answers;
        this.receipts = receipts;
        this.practices = practices;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a file. */
    public sealed interface Taken {

        /**
         * @param people about how many it answers
         * @param posted how many of the answers were new
         * @param parked how many wait for a person
         */
        record In(int people, int posted, int parked) implements Taken {}

        /** What a clearinghouse says of files of questions, and how many questions it refuses. */
        record Receipt(int refused) implements Taken {}

        /** The very bytes were taken in before: nothing changes. */
        record Before() implements Taken {}

        record Refused(String why) implements Taken {}
    }

    /** Keeps a file and posts what it answers, in the practice in scope. What is posted is read from what was kept. */
    public Taken takeIn(String name, Content content, Actor actor) {
        var practice = practices.current().id();
        try {
            var sha256 = content.sha256();
            scope.apart(practice, () -> store.keep(sha256, name, content, actor.label(), clock.instant()));
            audit.hold();
            return store.isUnread(sha256)
                    ? read(sha256, name, store.content(sha256).orElseThrow(), actor)
                    : new Taken.Before();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Taken read(String sha256, String name, Content content, Actor actor) throws IOException {
        var survey = Survey.of(name, content);
        var refused = refused(survey);
        if (!refused.isEmpty()) {
            store.read(sha256, refused, 0, 0, clock.instant());
            audit.did(actor, "refused a file of a payer", "file " + sha256, refused);
            return new Taken.Refused(refused);
        }
        if (survey.isReceipt()) {
            return readReceipt(sha256, content, actor);
        }
        var outcome = answers.post(sha256, content, survey, actor);
        store.read(sha256, "", outcome.people(), outcome.posted(), clock.instant());
        audit.did(actor, "took in payers' answers about benefits", "file " + sha256, outcome.patients(), name);
        return new Taken.In(outcome.people(), outcome.posted(), outcome.parked());
    }

    /** A receipt that does not add up is not acted upon; of answers the sets that do are read. */
    private static String refused(Survey survey) {
        if (!survey.refused().isEmpty()) {
            return survey.refused();
        }
        if (!survey.isForHere()) {
            return OTHER_KIND;
        }
        return survey.isReceipt() ? survey.warnings() : "";
    }

    private Taken readReceipt(String sha256, Content content, Actor actor) throws IOException {
        int settled = receipts.read(content, actor);
        store.read(sha256, "", 0, 0, clock.instant());
        audit.did(
                actor,
                "took in a receipt for questions about benefits",
                "file " + sha256,
                settled + " questions were refused");
        return new Taken.Receipt(settled);
    }

    /** Posts an answer that waits on a person's word; returns why not, when it does not. */
    public Optional<String> takeAllTheSame(String sha256, int place, String why, Actor actor) {
        var content = store.content(sha256);
        if (content.isEmpty()) {
            return Optional.of("The file is not here.");
        }
        audit.hold();
        if (!store.isParked(sha256, place)) {
            return Optional.of(SETTLED);
        }
        var found = answerAt(content.get(), place);
        if (found.isEmpty()) {
            return Optional.of("The file has no answer there.");
        }
        var patients = new ArrayList<UUID>();
        if (answers.postOne(found.get(), actor, patients) instanceof Posting.Posted.Parked parked) {
            return Optional.of(parked.reason());
        }
        store.settle(sha256, place, why, actor.label(), clock.instant());
        audit.did(
                actor,
                "took a payer's answer in spite of what is wrong with its file",
                "file " + sha256,
                patients,
                why);
        return Optional.empty();
    }

    /** Lays a parked answer aside, with a reason. False when somebody settled it already. */
    public boolean layAside(String sha256, int place, String why, Actor actor) {
        audit.hold();
        boolean settled = store.settle(sha256, place, why, actor.label(), clock.instant());
        if (settled) {
            audit.did(actor, "laid a payer's answer aside", "file " + sha256, why);
        }
        return settled;
    }

    private static Optional<EligibilityAnswer> answerAt(Content content, int place) {
        try (var in = content.open()) {
            var answers = new EligibilityAnswerReader(new X12Reader(in));
            var answer = answers.next();
            for (int at = 1; at < place && answer != null; at++) {
                answer = answers.next();
            }
            return Optional.ofNullable(answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the very bytes were taken in before. */
    boolean isKnown(String sha256) {
        return store.isKept(sha256);
    }

    /** How many of these numbers of questions are this practice's. */
    int ours(Set<Long> numbers) {
        return numbers.isEmpty() ? 0 : questions.known(numbers);
    }

    /** Files that came, the latest first; two hundred at most. */
    public List<ReceivedFile> files() {
        return store.latest(MOST_SHOWN);
    }

    /** What waits for a person; two hundred at most. */
    public List<Parked> parked() {
        return store.parked(MOST_SHOWN);
    }
}
