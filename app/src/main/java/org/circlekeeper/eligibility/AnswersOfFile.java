package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
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
            var together = new Together();
            for (var answer = reader.next(); answer != null; answer = reader.next()) {
                var placed = new Placed(++under.people, reader.set(), answer, numbers(answer));
                if (!together.hasRoomFor(placed)) {
                    post(together.all(), under);
                    together = new Together();
                }
                together.add(placed);
            }
            post(together.all(), under);
        }
        return new Outcome(under.people, under.posted, under.parked, under.patients);
    }

    /**
     * Posts one answer in spite of what is wrong with its file.
     *
     * @param patients gets whom it is about
     */
    Posting.Posted postOne(EligibilityAnswer answer, Actor actor, List<UUID> patients) {
        var placed = new Placed(1, 1, answer, numbers(answer));
        var repeating = repeating(placed, asked(List.of(placed)));
        patient(repeating).ifPresent(patients::add);
        return unlessOdd(() -> posting.post(List.of(repeating), rules(), actor).getFirst());
    }

    private Map<UUID, PayerRules> rules() {
        return eligibility.rules(payers.all(), practices.today());
    }

    /**
     * An answer, which one of the file it is, and in which set it stands.
     *
     * @param numbers of questions that it repeats, ours or not, the nearest first
     */
    private record Placed(int place, int set, EligibilityAnswer answer, Set<Long> numbers) {}

    /** Answers that are posted with one look: no two repeat the same question, as the one changes where it stands. */
    private static final class Together {

        private final List<Placed> all = new ArrayList<>();
        private final Set<Long> numbers = new HashSet<>();

        boolean hasRoomFor(Placed placed) {
            return all.size() < TOGETHER && Collections.disjoint(numbers, placed.numbers());
        }

        void add(Placed placed) {
            all.add(placed);
            numbers.addAll(placed.numbers());
        }

        List<Placed> all() {
            return all;
        }
    }

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
        var asked = asked(together);
        var outcomes = new ArrayList<Posting.Posted>();
        try {
            savepoint.within(() -> outcomes.addAll(outcomes(together, asked, under)));
        } catch (DataIntegrityViolationException | IllegalArgumentException | ArithmeticException odd) {
            outcomes.clear();
            together.forEach(placed -> outcomes.add(
                    unlessOdd(() -> outcomes(List.of(placed), asked, under).getFirst())));
        }
        note(together, outcomes, under);
    }

    private void note(List<Placed> together, List<Posting.Posted> outcomes, UnderReading under) {
        var unposted = new ArrayList<ReceivedStore.Unposted>();
        for (int at = 0; at < outcomes.size(); at++) {
            var placed = together.get(at);
            switch (outcomes.get(at)) {
                case Posting.Posted.New _ -> under.posted++;
                case Posting.Posted.Known _ -> {}
                case Posting.Posted.Parked parked ->
                    unposted.add(new ReceivedStore.Unposted(
                            placed.place(), placed.answer().trace(), parked.reason()));
            }
        }
        if (!unposted.isEmpty()) {
            under.parked += unposted.size();
            store.park(under.sha256, unposted);
        }
    }

    /** In their order. One of a set with a warning is not even looked at. */
    private List<Posting.Posted> outcomes(List<Placed> together, Map<Long, Asked> asked, UnderReading under) {
        var clean = together.stream()
                .filter(placed -> under.survey.warnings(placed.set()).isEmpty())
                .map(placed -> repeating(placed, asked))
                .toList();
        clean.forEach(one -> patient(one).ifPresent(under.patients::add));
        var posted = posting.post(clean, under.rules, under.actor).iterator();
        var outcomes = new ArrayList<Posting.Posted>();
        for (var placed : together) {
            var warnings = under.survey.warnings(placed.set());
            outcomes.add(warnings.isEmpty() ? posted.next() : new Posting.Posted.Parked(warnings));
        }
        return outcomes;
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

    private Map<Long, Asked> asked(List<Placed> together) {
        var numbers =
                together.stream().flatMap(placed -> placed.numbers().stream()).collect(toSet());
        return questions.numbered(numbers).stream()
                .collect(toMap(one -> one.question().number(), one -> one));
    }

    private static Posting.Repeating repeating(Placed placed, Map<Long, Asked> asked) {
        var found = placed.numbers().stream()
                .flatMap(number -> Stream.ofNullable(asked.get(number)))
                .findFirst();
        return new Posting.Repeating(placed.answer(), found.orElse(null));
    }

    private static Optional<UUID> patient(Posting.Repeating repeating) {
        return Optional.ofNullable(repeating.asked())
                .map(asked -> asked.question().policy().patient().value());
    }

    /**
     * The trace of the person (TRN02). Where the payer refuses above the person (AAA of 2000A, 2100A or 2100B) there is
     * none, and the reference of the set (BHT03) tells which question it is: each of ours is a set of its own.
     */
    private static Set<Long> numbers(EligibilityAnswer answer) {
        var references =
                answer.traces().isEmpty() && answer.person() == null ? List.of(answer.reference()) : answer.traces();
        var numbers = new LinkedHashSet<Long>();
        references.forEach(told -> Question.numberIn(told).ifPresent(numbers::add));
        return numbers;
    }
}
