package org.circlekeeper.eligibility;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.x12.eligibility.EligibilityAnswer;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts answers to the questions that they repeat: once, whatever comes again and in whatever order. A real answer
 * stands beside a refusal of the same question, and settles it for good.
 */
@Component
class Posting {

    private static final String BY_PERSON =
            " A named person inside the United States may ask again, before the service.";

    private final Eligibility eligibility;
    private final QuestionStore questions;
    private final Practices practices;
    private final Clock clock;

    Posting(Eligibility eligibility, QuestionStore questions, Practices practices, Clock clock) {
        this.eligibility = eligibility;
        this.questions = questions;
        this.practices = practices;
        this.clock = clock;
    }

    /** What became of an answer. */
    sealed interface Posted {

        record New() implements Posted {}

        /** It says nothing that was not known. */
        record Known() implements Posted {}

        record Parked(String reason) implements Posted {}
    }

    /** An answer, with the question that it repeats; null when that is none of this practice. */
    record Repeating(EligibilityAnswer answer, @Nullable Asked asked) {}

    /** What is the same of all answers that are posted together. */
    private record Given(Map<UUID, PayerRules> rules, String by, Instant now, ZoneId zone) {

        LocalDate today() {
            return LocalDate.ofInstant(now, zone);
        }
    }

    /**
     * What follows from an answer, if it is new.
     *
     * @param answer to be kept; null when nothing is
     * @param move of its question; null when it stays where it is
     * @param postponed until when the question waits; null when it does not
     */
    private record Consequence(
            Posted posted,
            @Nullable Answer answer,
            @Nullable QuestionMove move,
            QuestionStore.@Nullable Postponed postponed) {

        static Consequence nothing(Posted posted) {
            return new Consequence(posted, null, null, null);
        }

        static Consequence moving(@Nullable QuestionMove move) {
            return new Consequence(new Posted.New(), null, move, null);
        }

        Consequence keeping(Answer kept) {
            return new Consequence(posted, kept, move, postponed);
        }

        boolean stands(Set<UUID> added) {
            return answer == null || added.contains(answer.id());
        }
    }

    /**
     * Posts answers to a question each: no two of them repeat the same. What became of each, in their order; however
     * many there are, the database is asked as often.
     */
    List<Posted> post(List<Repeating> answers, Map<UUID, PayerRules> rules, Actor actor) {
        var given = new Given(
                rules, actor.label(), clock.instant(), practices.current().zone());
        var all = answers.stream().map(one -> follows(one, given)).toList();
        var added = eligibility.keep(all.stream()
                .map(Consequence::answer)
                .flatMap(Stream::ofNullable)
                .toList());
        var standing = all.stream().filter(one -> one.stands(added)).toList();
        postpone(standing.stream()
                .map(Consequence::postponed)
                .flatMap(Stream::ofNullable)
                .toList());
        move(
                standing.stream()
                        .map(Consequence::move)
                        .flatMap(Stream::ofNullable)
                        .toList(),
                given);
        return all.stream()
                .map(one -> one.stands(added) ? one.posted() : new Posted.Known())
                .toList();
    }

    private void postpone(List<QuestionStore.Postponed> postponed) {
        if (!postponed.isEmpty()) {
            questions.postpone(postponed);
        }
    }

    private void move(List<QuestionMove> moves, Given given) {
        if (!moves.isEmpty()) {
            questions.move(moves, given.by(), given.now());
        }
    }

    private Consequence follows(Repeating repeating, Given given) {
        var answer = repeating.answer();
        var asked = repeating.asked();
        if (asked == null) {
            return Consequence.nothing(new Posted.Parked("It answers no question of this practice."));
        }
        if (namesSomebodyElse(answer, asked)) {
            return Consequence.nothing(new Posted.Parked(
                    "It names somebody born on another day than the member who was asked about. See whose it is."));
        }
        var question = asked.question();
        var told = answer.traces().isEmpty() ? answer.reference() : answer.trace();
        int attempt = Question.tryIn(told).orElse(question.tries());
        var read = PayersAnswer.of(answer, question.serviceDay(), question.place());
        return read.benefits().status() == EligibilityStatus.REJECTED
                ? refused(answer, question, attempt, read, given)
                : Consequence.moving(settled(question)).keeping(kept(question, attempt, read, given));
    }

    private static boolean namesSomebodyElse(EligibilityAnswer answer, Asked asked) {
        var person = answer.person();
        var born = person == null ? null : person.birthDate();
        return born != null && !born.equals(asked.birthDate());
    }

    /** Null when it is answered already. */
    private static @Nullable QuestionMove settled(Question question) {
        return question.status().next().contains(QuestionStatus.ANSWERED)
                ? moved(question, QuestionStatus.ANSWERED, "")
                : null;
    }

    private static QuestionMove moved(Question question, QuestionStatus to, String why) {
        return new QuestionMove(question.id(), question.status(), to, why);
    }

    private Consequence refused(
            EligibilityAnswer answer, Question question, int attempt, PayersAnswer read, Given given) {
        boolean waitedFor = question.status() == QuestionStatus.SENT || question.status() == QuestionStatus.WRITTEN;
        if (!waitedFor || attempt != question.tries()) {
            return Consequence.nothing(new Posted.Known());
        }
        var said = String.join(" ", read.words());
        boolean ahead = question.serviceDay().isAfter(given.today());
        return switch (AskAgain.of(answer.rejections(), question.tries(), given.now(), ahead)) {
            case AskAgain.At _
            when Due.isByPerson(given.rules().get(question.policy().payer())) -> rejected(question, said + BY_PERSON);
            case AskAgain.At at -> again(question, at, said, given);
            case AskAgain.Wait _ -> Consequence.nothing(new Posted.Known());
            case AskAgain.GiveUp _ -> rejected(question, said + " Asked " + question.tries() + " times.");
            case AskAgain.Correct _ -> rejected(question, said).keeping(kept(question, attempt, read, given));
        };
    }

    private static Consequence rejected(Question question, String why) {
        return Consequence.moving(moved(question, QuestionStatus.REJECTED, why));
    }

    /** Where the payer may be asked again only once the day is over, nobody waits for that: somebody rings. */
    private static Consequence again(Question question, AskAgain.At at, String said, Given given) {
        var today = given.today();
        var from = LocalDate.ofInstant(at.moment(), given.zone());
        boolean tooLate = from.isAfter(today.plusDays(1)) && from.isAfter(question.serviceDay());
        return new Consequence(
                new Posted.New(),
                null,
                moved(question, tooLate ? QuestionStatus.REJECTED : QuestionStatus.QUEUED, said),
                new QuestionStore.Postponed(question.id(), at.moment(), at.asOfToday() ? today : null));
    }

    private Answer kept(Question question, int attempt, PayersAnswer read, Given given) {
        var heard = new Answer.Heard(
                How.X271,
                question.serviceDay(),
                askedAt(question, attempt, given.now()),
                given.by(),
                "",
                "",
                question.id(),
                attempt);
        return eligibility.answer(question.policy(), heard, read, given.rules());
    }

    /** Of an earlier try a little earlier: what was asked last is what stands, in whatever order answers come. */
    private static Instant askedAt(Question question, int attempt, Instant now) {
        var last = question.askedAt() == null ? now : question.askedAt();
        return last.minusSeconds(Math.max(0, question.tries() - attempt));
    }
}
