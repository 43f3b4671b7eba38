package org.circlekeeper.eligibility;

import java.io.IOException;
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
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.x12.X12Reader;
import org.circlekeeper.x12.eligibility.EligibilityAnswer;
import org.circlekeeper.x12.eligibility.EligibilityAnswerReader;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Posts the answers of a file (271), some hundred at a time: one of a set with a warning, one to no question of ours,
 * and one with a value that cannot be kept wait for a person, and keep no other.
 */
@Component
class AnswersOfFile {

    /** So many answers are posted with one look at their questions. */
    private static final int TOGETHER = 500;

    private static final String ODD = "A value in it is out of all measure, and the answer cannot be kept as it stands."
            + " Read it in the file, and write down what it says.";

    private final ReceivedStore store;
    private final QuestionStore questions;
    private final Posting posting;
    private final Eligibility eligibility;
    private final Payers payers;
    private final Practices practices;
    private final Savepoint savepoint;

    AnswersOfFile(
            ReceivedStore store,
            QuestionStore questions,
            Posting posting,
            Eligibility eligibility,
            Payers payers,
            Practices practices,
            Savepoint savepoint) {
        this.store = store;
        this.questions = questions;
        this.posting = posting;
        this.eligibility = eligibility;
        this.payers = payers;
        this.practices = practices;
        this.savepoint = savepoint;
    }

    /**
     * What became of the answers of a file.
     *
     * @param people about how many it answers
     * @param posted how many of the answers were new
     * @param parked how many wait for a person
     * @param patients whom the answers are about
     */
    record Outcome(int people, int posted, int parked, Set<UUID> patients) {}

    Outcome post(String sha256, Content content, Survey survey, Actor actor) throws IOException {
        var under = new UnderReading(sha256, survey, actor, rules());
        try (var in = content.open()) {
            var reader = new EligibilityAnswerReader(new X12Reader(in));
            var together = new ArrayList<Placed>();
            for (var answer = reader.next(); answer != null; answer = reader.next()) {
                together.add(new Placed(++under.people, reader.set(), answer));
                if (together.size() == TOGETHER) {
                    post(together, under);
                    together.clear();
                }
            }
            post(together, under);
        }
        return new Outcome(under.people, under.posted, under.parked, under.patients);
    }

    /**
     * Posts one answer in spite of what is wrong with its file.
     *
     * @param patients gets whom it is about
     */
    Posting.Posted postOne(EligibilityAnswer answer, Actor actor, List<UUID> patients) {
        var question = find(answer, asked(List.of(answer)));
        question.ifPresent(one -> patients.add(one.question().policy().patient().value()));
        return unlessOdd(() -> posting.post(answer, question, rules(), actor));
    }

    private Map<UUID, PayerRules> rules() {
        return eligibility.rules(payers.all(), practices.today());
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

    private Map<Long, Asked> asked(List<EligibilityAnswer> answers) {
        var numbers = new LinkedHashSet<Long>();
        answers.forEach(answer ->
                references(answer).forEach(told -> Question.numberIn(told).ifPresent(numbers::add)));
        var asked = new HashMap<Long, Asked>();
        questions.numbered(numbers).forEach(one -> asked.put(one.question().number(), one));
        return asked;
    }

    private static Optional<Asked> find(EligibilityAnswer answer, Map<Long, Asked> asked) {
        return references(answer)
                .map(Question::numberIn)
                .filter(number -> number.isPresent())
                .flatMap(number -> Optional.ofNullable(asked.get(number.getAsLong())).stream())
                .findFirst();
    }

    /**
     * The trace of the person (TRN02). Where the payer refuses above the person (AAA of 2000A, 2100A or 2100B) there is
     * none, and the reference of the set (BHT03) tells which question it is: each of ours is a set of its own.
     */
    private static Stream<String> references(EligibilityAnswer answer) {
        return answer.traces().isEmpty() && answer.person() == null
                ? Stream.of(answer.reference())
                : answer.traces().stream();
    }
}
