package org.circlekeeper.eligibility;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.payers.PayerRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.x12.eligibility.EligibilityAnswer;
import org.circlekeeper.x12.eligibility.EligibilityStatus;
import org.springframework.stereotype.Component;

/**
 * Posts one person's answer to the question that it repeats: once, whatever comes again and in whatever order. A real
 * answer stands beside a refusal of the same question, and settles it for good.
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

    Posted post(EligibilityAnswer answer, Optional<Asked> found, Map<UUID, PayerRules> rules, Actor actor) {
        if (found.isEmpty()) {
            return new Posted.Parked("It answers no question of this practice.");
        }
        var asked = found.get();
        if (namesSomebodyElse(answer, asked)) {
            return new Posted.Parked(
                    "It names somebody born on another day than the member who was asked about. See whose it is.");
        }
        var told = answer.traces().isEmpty() ? answer.reference() : answer.trace();
        int attempt = Question.tryIn(told).orElse(asked.question().tries());
        var read = PayersAnswer.of(
                answer, asked.question().serviceDay(), asked.question().place());
        return read.benefits().status() == EligibilityStatus.REJECTED
                ? refused(answer, asked, attempt, read, rules, actor)
                : answered(asked, attempt, read, rules, actor);
    }

    private static boolean namesSomebodyElse(EligibilityAnswer answer, Asked asked) {
        var person = answer.person();
        var born = person == null ? null : person.birthDate();
        return born != null && !born.equals(asked.birthDate());
    }

    private Posted answered(Asked asked, int attempt, PayersAnswer read, Map<UUID, PayerRules> rules, Actor actor) {
        if (!keep(asked, attempt, read, rules, actor)) {
            return new Posted.Known();
        }
        if (!settled(asked.question(), actor)) {
            questions.find(asked.question().id()).ifPresent(now -> settled(now.question(), actor));
        }
        return new Posted.New();
    }

    /** False when it stands elsewhere by now: a file may refuse a question first and answer it further down. */
    private boolean settled(Question question, Actor actor) {
        var from = question.status();
        return !from.next().contains(QuestionStatus.ANSWERED)
                || move(question, from, QuestionStatus.ANSWERED, "", actor) > 0;
    }

    private Posted refused(
            EligibilityAnswer answer,
            Asked asked,
            int attempt,
            PayersAnswer read,
            Map<UUID, PayerRules> rules,
            Actor actor) {
        var question = asked.question();
        boolean waitedFor = question.status() == QuestionStatus.SENT || question.status() == QuestionStatus.WRITTEN;
        if (!waitedFor || attempt != question.tries()) {
            return new Posted.Known();
        }
        var said = String.join(" ", read.words());
        var now = clock.instant();
        boolean ahead = question.serviceDay().isAfter(practices.today());
        switch (AskAgain.of(answer.rejections(), question.tries(), now, ahead)) {
            case AskAgain.At _
            when Due.isByPerson(rules.get(question.policy().payer())) ->
                move(question, question.status(), QuestionStatus.REJECTED, said + BY_PERSON, actor);
            case AskAgain.At at -> again(question, at, said, actor);
            case AskAgain.Wait _ -> {
                return new Posted.Known();
            }
            case AskAgain.GiveUp _ ->
                move(
                        question,
                        question.status(),
                        QuestionStatus.REJECTED,
                        said + " Asked " + question.tries() + " times.",
                        actor);
            case AskAgain.Correct _ -> {
                keep(asked, attempt, read, rules, actor);
                move(question, question.status(), QuestionStatus.REJECTED, said, actor);
            }
        }
        return new Posted.New();
    }

    /** Where the payer may be asked again only once the day is over, nobody waits for that: somebody rings. */
    private void again(Question question, AskAgain.At at, String said, Actor actor) {
        var today = practices.today();
        var from = LocalDate.ofInstant(at.moment(), practices.current().zone());
        boolean tooLate = from.isAfter(today.plusDays(1)) && from.isAfter(question.serviceDay());
        questions.waits(question.id(), at.moment());
        if (at.asOfToday()) {
            questions.asOf(question.id(), today);
        }
        move(question, question.status(), tooLate ? QuestionStatus.REJECTED : QuestionStatus.QUEUED, said, actor);
    }

    private boolean keep(Asked asked, int attempt, PayersAnswer read, Map<UUID, PayerRules> rules, Actor actor) {
        var question = asked.question();
        var heard = new Answer.Heard(
                How.X271,
                question.serviceDay(),
                askedAt(question, attempt),
                actor.label(),
                "",
                "",
                question.id(),
                attempt);
        return eligibility.keep(question.policy(), heard, read, rules);
    }

    /** Of an earlier try a little earlier: what was asked last is what stands, in whatever order answers come. */
    private Instant askedAt(Question question, int attempt) {
        var last = question.askedAt() == null ? clock.instant() : question.askedAt();
        return last.minusSeconds(Math.max(0, question.tries() - attempt));
    }

    private int move(Question question, QuestionStatus from, QuestionStatus to, String why, Actor actor) {
        return questions.move(List.of(question.id()), from, to, why, actor.label(), clock.instant());
    }
}
