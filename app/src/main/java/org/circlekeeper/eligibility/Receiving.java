package org.circlekeeper.eligibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Sha256;
import org.circlekeeper.x12.X12Reader;
import org.circlekeeper.x12.eligibility.EligibilityAnswer;
import org.circlekeeper.x12.eligibility.EligibilityAnswerReader;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Takes in files of answers (271): kept byte for byte first, then read. The same bytes are read once. A file that is
 * not whole is refused and posted nowhere; a set with a warning, and an answer to no question of ours, wait for a
 * person.
 */
@Component
public class Receiving {

    /** So many answers are posted with one look at their questions. */
    private static final int TOGETHER = 500;

    private static final int MOST_SHOWN = 200;

    private static final String OTHER_KIND =
            "This file holds no answers about benefits (271), and no receipts (999, TA1)"
                    + " for questions about them. Hand it over where its kind is taken in.";
    private static final String SETTLED = "Somebody settled it already.";
    private static final String ODD = "A value in it is out of all measure, and the answer cannot be kept as it stands."
            + " Read it in the file, and write down what it says.";

    private final ReceivedStore store;
    private final QuestionStore questions;
    private final Posting posting;
    private final Receipts receipts;
    private final Eligibility eligibility;
    private final Payers payers;
    private final Practices practices;
    private final PracticeScope scope;
    private final Savepoint savepoint;
    private final AuditTrail audit;
    private final Clock clock;

    Receiving(
            ReceivedStore store,
            QuestionStore questions,
            Posting posting,
            Receipts receipts,
            Eligibility eligibility,
            Payers payers,
            Practices practices,
            PracticeScope scope,
            Savepoint savepoint,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.questions = questions;
        this.posting = posting;
        this.receipts = receipts;
        this.eligibility = eligibility;
        this.payers = payers;
        this.practices = practices;
        this.scope = scope;
        this.savepoint = savepoint;
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

    /** Keeps a file and posts what it answers, in the practice in scope. */
    public Taken takeIn(String name, byte[] content, Actor actor) {
        var practice = practices.current().id();
        var sha256 = Sha256.hex(content);
        scope.apart(practice, () -> store.keep(sha256, name, content, actor.label(), clock.instant()));
        audit.hold();
        if (!store.isUnread(sha256)) {
            return new Taken.Before();
        }
        try {
            return read(sha256, name, content, actor);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Taken read(String sha256, String name, byte[] content, Actor actor) throws IOException {
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
        var under = new UnderReading(sha256, survey, actor, eligibility.rules(payers.all(), practices.today()));
        var reader = new EligibilityAnswerReader(X12Reader.of(content));
        var together = new ArrayList<Placed>();
        for (var answer = reader.next(); answer != null; answer = reader.next()) {
            together.add(new Placed(++under.people, reader.set(), answer));
            if (together.size() == TOGETHER) {
                post(together, under);
                together.clear();
            }
        }
        post(together, under);
        store.read(sha256, "", under.people, under.posted, clock.instant());
        audit.did(actor, "took in payers' answers about benefits", "file " + sha256, under.patients, name);
        return new Taken.In(under.people, under.posted, under.parked);
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

    private Taken readReceipt(String sha256, byte[] content, Actor actor) throws IOException {
        int settled = receipts.read(content, actor);
        store.read(sha256, "", 0, 0, clock.instant());
        audit.did(
                actor,
                "took in a receipt for questions about benefits",
                "file " + sha256,
                settled + " questions were refused");
        return new Taken.Receipt(settled);
    }

    /** An answer, which one of the file it is, and in which set it stands. */
    private record Placed(int place, int set, EligibilityAnswer answer) {}

    /** A file on its way through. */
    private static final class UnderReading {

        private final String sha256;
        private final Survey survey;
        private final Actor actor;
        private final Map<UUID, PayerRules> rules;
        private final Set<UUID> patients = new HashSet<>();
        private int people;
        private int posted;
        private int parked;

        UnderReading(String sha256, Survey survey, Actor actor, Map<UUID, PayerRules> rules) {
            this.sha256 = sha256;
            this.survey = survey;
            this.actor = actor;
            this.rules = rules;
        }
    }

    /** Together as long as nothing breaks; else each alone, and what breaks waits for a person. */
    private void post(List<Placed> together, UnderReading under) {
        var asked = asked(together.stream().map(Placed::answer).toList());
        var outcomes = new ArrayList<Posting.Posted>();
        try {
            savepoint.within(() -> together.forEach(placed -> outcomes.add(outcome(placed, asked, under))));
        } catch (DataIntegrityViolationException | IllegalArgumentException | ArithmeticException odd) {
            outcomes.clear();
            together.forEach(placed -> outcomes.add(alone(placed, asked, under)));
        }
        for (int at = 0; at < outcomes.size(); at++) {
            var placed = together.get(at);
            switch (outcomes.get(at)) {
                case Posting.Posted.New _ -> under.posted++;
                case Posting.Posted.Known _ -> {}
                case Posting.Posted.Parked parked -> {
                    under.parked++;
                    store.park(under.sha256, placed.place(), placed.answer().trace(), parked.reason());
                }
            }
        }
    }

    private Posting.Posted outcome(Placed placed, Map<Long, Asked> asked, UnderReading under) {
        var warnings = under.survey.warnings(placed.set());
        return warnings.isEmpty() ? post(placed.answer(), asked, under) : new Posting.Posted.Parked(warnings);
    }

    private Posting.Posted alone(Placed placed, Map<Long, Asked> asked, UnderReading under) {
        return unlessOdd(() -> outcome(placed, asked, under));
    }

    /** What the database takes no note of is a value of the answer, and never more than that answer's trouble. */
    private Posting.Posted unlessOdd(Supplier<Posting.Posted> posts) {
        var outcome = new ArrayList<Posting.Posted>();
        try {
            savepoint.within(() -> outcome.add(posts.get()));
        } catch (DataIntegrityViolationException | IllegalArgumentException | ArithmeticException odd) {
            return new Posting.Posted.Parked(ODD);
        }
        return outcome.getFirst();
    }

    private Posting.Posted post(EligibilityAnswer answer, Map<Long, Asked> asked, UnderReading under) {
        var found = find(answer, asked);
        found.ifPresent(
                one -> under.patients.add(one.question().policy().patient().value()));
        return posting.post(answer, found, under.rules, under.actor);
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
        var asked = asked(List.of(found.get()));
        var question = find(found.get(), asked);
        var rules = eligibility.rules(payers.all(), practices.today());
        var outcome = unlessOdd(() -> posting.post(found.get(), question, rules, actor));
        if (outcome instanceof Posting.Posted.Parked parked) {
            return Optional.of(parked.reason());
        }
        store.settle(sha256, place, why, actor.label(), clock.instant());
        audit.did(
                actor,
                "took a payer's answer in spite of what is wrong with its file",
                "file " + sha256,
                question.stream()
                        .map(one -> one.question().policy().patient().value())
                        .toList(),
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

    private static Optional<EligibilityAnswer> answerAt(byte[] content, int place) {
        try {
            var answers = new EligibilityAnswerReader(X12Reader.of(content));
            var answer = answers.next();
            for (int at = 1; at < place && answer != null; at++) {
                answer = answers.next();
            }
            return Optional.ofNullable(answer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<Long, Asked> asked(List<EligibilityAnswer> answers) {
        var numbers = new LinkedHashSet<Long>();
        answers.forEach(answer ->
                answer.traces().forEach(trace -> Question.numberIn(trace).ifPresent(numbers::add)));
        var asked = new HashMap<Long, Asked>();
        questions.numbered(numbers).forEach(one -> asked.put(one.question().number(), one));
        return asked;
    }

    private static Optional<Asked> find(EligibilityAnswer answer, Map<Long, Asked> asked) {
        return answer.traces().stream()
                .map(Question::numberIn)
                .filter(number -> number.isPresent())
                .flatMap(number -> Optional.ofNullable(asked.get(number.getAsLong())).stream())
                .findFirst();
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
