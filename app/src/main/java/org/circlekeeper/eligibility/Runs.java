package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks payers about many people at once: a run is started, goes on by itself, and may be looked at meanwhile. */
@Component
public class Runs {

    /** Batches are answered overnight (CAQH CORE 155); after that nobody waits for an answer any more. */
    static final Duration WAITED_FOR = Duration.ofDays(2);

    private final DueList dueList;
    private final QuestionStore questions;
    private final RunStore store;
    private final AnswerStore answers;
    private final Dispatch dispatch;
    private final Ways ways;
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    Runs(
            DueList dueList,
            QuestionStore questions,
            RunStore store,
            AnswerStore answers,
            Dispatch dispatch,
            Ways ways,
            Patients patients,
            AuditTrail audit,
            Clock clock) {
        this.dueList = dueList;
        this.questions = questions;
        this.store = store;
        this.answers = answers;
        this.dispatch = dispatch;
        this.ways = ways;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a press. */
    public sealed interface Started {

        /** @param people about how many questions were put */
        record Under(UUID run, int people) implements Started {}

        /** Nobody is asked about, and why. */
        record Nobody(String why) implements Started {}
    }

    /**
     * Asks about everybody who is due.
     *
     * @param insideUs whether a person said that they are inside the United States: without it, whoever only such a
     *     person may ask about is left out
     */
    public Started start(boolean insideUs, Actor actor) {
        return start(asked(dueList.all(), insideUs && isPerson(actor)), insideUs, actor);
    }

    /** About those of them alone: a line is left out when it is no longer due. */
    public Started start(Collection<Policy> wanted, Actor actor) {
        return start(
                asked(dueList.among(wanted.stream().map(Policy::patient).collect(toSet())), false).stream()
                        .filter(line -> wanted.contains(line.who().policy()))
                        .toList(),
                false,
                actor);
    }

    /** Asks anew about one insurance, on a person's word, though the last answer may still be good. */
    public Started again(Policy policy, boolean insideUs, Actor actor) {
        var line = dueList.of(policy.patient()).stream()
                .filter(one -> policy.equals(one.who().policy()))
                .findFirst();
        if (line.isEmpty()) {
            return new Started.Nobody("The insurance is not in force.");
        }
        var verdict = line.get().verdict();
        if (line.get().byPerson() && !(insideUs && isPerson(actor))) {
            return new Started.Nobody(
                    "A named person inside the United States asks this payer. Say so, or leave it to a colleague.");
        }
        return switch (verdict.kind()) {
            case DUE, DUE_BY_PERSON, FINE, GAP, CORRECT, LATER, IN_VAIN -> start(List.of(line.get()), insideUs, actor);
            case BY_HAND, UNDER_WAY, NOT_ASKED -> new Started.Nobody(verdict.because());
        };
    }

    private static boolean isPerson(Actor actor) {
        return actor instanceof Actor.Person;
    }

    static List<Listed> asked(List<Listed> lines, boolean insideUs) {
        return lines.stream()
                .filter(line -> line.verdict().kind() == Verdict.Kind.DUE
                        || insideUs && line.verdict().kind() == Verdict.Kind.DUE_BY_PERSON)
                .toList();
    }

    private Started start(List<Listed> lines, boolean insideUs, Actor actor) {
        if (lines.isEmpty()) {
            return new Started.Nobody("Nobody is due to be verified by file.");
        }
        audit.hold();
        var now = clock.instant();
        var run = NewId.at(now);
        store.add(run, actor.label(), now, insideUs, ways.setting().price());
        int people = questions.add(run, lines, actor.label(), now);
        patients.workOn(lines.stream().map(line -> line.who().patient()).toList());
        dispatch.writeFiles(actor, insideUs && isPerson(actor));
        return people == 0
                ? new Started.Nobody("Somebody asked about them at the same moment.")
                : new Started.Under(run, people);
    }

    /** Takes back what is not asked yet about somebody about whom no payer may be asked any more. */
    public void takeBack(PatientId patient, Actor actor) {
        dispatch.takeBack(patient, actor);
    }

    /** Questions that got no answer in two days are settled: whoever is still due is asked about anew. */
    void settleOld(Actor actor) {
        audit.hold();
        var now = clock.instant();
        var old = questions.sentBefore(now.minus(WAITED_FOR));
        if (!old.isEmpty()) {
            questions.move(
                    old.stream().map(one -> one.question().id()).toList(),
                    QuestionStatus.SENT,
                    QuestionStatus.REJECTED,
                    "No answer came in two days.",
                    actor.label(),
                    now);
            audit.did(
                    actor,
                    "waits no longer for answers about benefits",
                    "questions " + old.size(),
                    old.stream()
                            .map(one -> one.question().policy().patient().value())
                            .distinct()
                            .toList(),
                    "no answer came in two days");
        }
    }

    /** The latest runs, at most so many. */
    public List<Run> latest(int most) {
        return store.latest(most);
    }

    public Optional<Run> find(UUID id) {
        return store.find(id);
    }

    /**
     * One question of a run.
     *
     * @param answer what came of it; null while nothing has
     */
    public record Result(
            Question question,
            String name,
            String payer,
            @Nullable Answer answer) {}

    /** Each question of a run, by the member's name. */
    public List<Result> results(UUID run) {
        var byQuestion = new HashMap<UUID, Answer>();
        answers.ofRun(run).forEach(answer -> byQuestion.put(answer.heard().question(), answer));
        return questions.ofRun(run).stream()
                .map(asked -> new Result(
                        asked.question(),
                        asked.name().toString(),
                        asked.payerName(),
                        byQuestion.get(asked.question().id())))
                .toList();
    }

    /** The files that a run wrote, the latest first. */
    public List<AskedFile> files(UUID run) {
        return store.files(run);
    }

    /** A file of questions as it was written. */
    public byte[] content(UUID file) {
        return store.content(file);
    }
}
