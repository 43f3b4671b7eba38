package org.circlekeeper.eligibility;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.Trial;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.payers.Program;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.Sha256;
import org.circlekeeper.x12.eligibility.EligibilityInquiries;
import org.circlekeeper.x12.eligibility.EligibilityInquiry;
import org.springframework.stereotype.Component;

/**
 * Writes what waits in the queue into files, a payer each, and puts them into the outbox: no more than a payer's pace
 * allows, and nobody about whom no payer may be asked by now. The rest waits for the next time.
 */
@Component
class Dispatch {

    static final String KIND = "270";

    /** People in a file: clearinghouses take batches of some thousands, and one that is refused is written again. */
    private static final int MOST_IN_A_FILE = 1_000;

    /** Files that one dispatch writes to one payer; the next goes on. */
    private static final int MOST_FILES = 20;

    private static final String BY_PERSON =
            "A named person inside the United States asks this payer, before the service. Ask again.";

    private final QuestionStore questions;
    private final RunStore runs;
    private final DueList dueList;
    private final Ways ways;
    private final Payers payers;
    private final Practices practices;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Trial trial;
    private final Clock clock;

    Dispatch(
            QuestionStore questions,
            RunStore runs,
            DueList dueList,
            Ways ways,
            Payers payers,
            Practices practices,
            Outbox outbox,
            AuditTrail audit,
            Trial trial,
            Clock clock) {
        this.questions = questions;
        this.runs = runs;
        this.dueList = dueList;
        this.ways = ways;
        this.payers = payers;
        this.practices = practices;
        this.outbox = outbox;
        this.audit = audit;
        this.trial = trial;
        this.clock = clock;
    }

    /** Whether anything waits whose time has come. */
    boolean isAnythingWaiting() {
        return !questions.payersWithQueue(clock.instant()).isEmpty();
    }

    /**
     * Returns how many people are in the files that were written.
     *
     * @param inside whether a person who said that they are inside the United States does it: a payer that only such a
     *     person may ask is left out otherwise
     */
    int writeFiles(Actor actor, boolean inside) {
        audit.hold();
        var byPersonAlone = dueList.askedByPersonAlone();
        int written = 0;
        for (var payer : questions.payersWithQueue(clock.instant())) {
            if (inside || !byPersonAlone.contains(payer)) {
                written += writeFilesTo(payer, actor);
            } else if (actor instanceof Actor.Duty) {
                leaveToAPerson(payer, actor);
            }
        }
        return written;
    }

    private int writeFilesTo(UUID payer, Actor actor) {
        int written = 0;
        for (int file = 0; file < MOST_FILES; file++) {
            int people = writeFile(payer, actor);
            written += people;
            if (people == 0) {
                break;
            }
        }
        return written;
    }

    /** What a person did not get asked by their press: nobody asks it for them later. */
    private void leaveToAPerson(UUID payer, Actor actor) {
        var left = questions.take(payer, clock.instant(), MOST_IN_A_FILE);
        settle(left.stream().collect(toMap(one -> one, _ -> BY_PERSON)), QuestionStatus.WITHDRAWN, actor);
        tookBack(left, actor);
    }

    /** Takes back what waits in the queue about somebody about whom no payer may be asked by now. */
    void takeBack(PatientId patient, Actor actor) {
        audit.hold();
        stillAsked(questions.queued(patient), actor);
    }

    /** 0 when nobody is left whom the payer may be asked about now. */
    private int writeFile(UUID payer, Actor actor) {
        int most = Math.min(MOST_IN_A_FILE, roomInPace(payer));
        if (most <= 0) {
            return 0;
        }
        var taken = questions.take(payer, clock.instant(), most);
        if (taken.isEmpty()) {
            return 0;
        }
        var asked = today(stillAsked(taken, actor));
        var practice = practices.current();
        var filled = fill(asked, practice, program(payer), actor);
        if (!filled.isEmpty()) {
            put(payer, filled, practice, actor);
        }
        return filled.isEmpty() && taken.size() == most ? writeFile(payer, actor) : filled.size();
    }

    /** What leaves after its day asks about today, and is kept so. */
    private List<Asked> today(List<Asked> asked) {
        var today = practices.today();
        questions.leaveOn(asked.stream().map(one -> one.question().id()).toList(), today);
        return asked.stream().map(one -> one.noEarlierThan(today)).toList();
    }

    private int roomInPace(UUID payer) {
        return ways.pace(payer)
                .map(most -> most - runs.askedSince(payer, clock.instant().minus(Duration.ofHours(1))))
                .orElse(MOST_IN_A_FILE);
    }

    private Program program(UUID payer) {
        return payers.all().stream()
                .filter(one -> one.id().equals(payer))
                .findFirst()
                .orElseThrow()
                .program();
    }

    /** Without whoever may no longer be asked about, or is not insured there any more. */
    private List<Asked> stillAsked(List<Asked> taken, Actor actor) {
        var forbidden = dueList.forbidden(
                taken.stream().map(one -> one.question().policy()).collect(toSet()));
        var left = new LinkedHashMap<Asked, String>();
        var asked = new ArrayList<Asked>();
        for (var one : taken) {
            var why = forbidden.get(one.question().policy());
            if (why == null) {
                asked.add(one);
            } else {
                left.put(one, why);
            }
        }
        settle(left, QuestionStatus.WITHDRAWN, actor);
        tookBack(List.copyOf(left.keySet()), actor);
        return asked;
    }

    private void tookBack(List<Asked> left, Actor actor) {
        if (!left.isEmpty()) {
            audit.did(
                    actor,
                    "took back questions about benefits",
                    "payer " + left.getFirst().question().policy().payer(),
                    patients(left),
                    "no payer may be asked about them now");
        }
    }

    private static List<UUID> patients(Collection<Asked> asked) {
        return asked.stream()
                .map(one -> one.question().policy().patient().value())
                .distinct()
                .toList();
    }

    private void settle(Map<Asked, String> whys, QuestionStatus to, Actor actor) {
        if (!whys.isEmpty()) {
            var moves = new ArrayList<QuestionMove>();
            whys.forEach(
                    (one, why) -> moves.add(new QuestionMove(one.question().id(), QuestionStatus.QUEUED, to, why)));
            questions.move(moves, actor.label(), clock.instant());
        }
    }

    /** What no payer could read is settled with its reason, and keeps no other waiting. */
    private Map<Asked, EligibilityInquiry> fill(List<Asked> asked, Practice practice, Program program, Actor actor) {
        var practitioners = practices.practitioners();
        var today = practices.today();
        var filled = new LinkedHashMap<Asked, EligibilityInquiry>();
        var refused = new LinkedHashMap<Asked, String>();
        for (var one : asked) {
            try {
                var provider = QuestionForm.asker(practice, practitioners);
                filled.put(one, QuestionForm.fill(one, provider, practice, program, today));
            } catch (IllegalArgumentException unreadable) {
                refused.put(one, "It cannot be asked: " + unreadable.getMessage() + ".");
            }
        }
        settle(refused, QuestionStatus.REJECTED, actor);
        return filled;
    }

    private void put(UUID payer, Map<Asked, EligibilityInquiry> filled, Practice practice, Actor actor) {
        var now = clock.instant();
        long control = runs.control();
        var first = filled.keySet().iterator().next();
        var at = LocalDateTime.ofInstant(now, practice.zone());
        var envelope = QuestionForm.envelope(practice, control, at, !trial.isLive());
        var content = EligibilityInquiries.write(envelope, List.copyOf(filled.values()));
        var file = new AskedFile(
                NewId.at(now),
                payer,
                first.payerName(),
                QuestionForm.fileName(practice, first.payerId(), at, control),
                "%09d".formatted(control),
                Sha256.hex(content),
                filled.size(),
                now,
                null,
                "");
        runs.add(file, content);
        var ids = filled.keySet().stream().map(one -> one.question().id()).toList();
        questions.inFile(ids, file.id());
        questions.move(ids, QuestionStatus.QUEUED, QuestionStatus.WRITTEN, "", actor.label(), now);
        outbox.put(practice.id(), KIND, file.fileName(), content, file.id().toString());
        audit.did(
                actor, "asked a payer about benefits", "file " + file.id(), patients(filled.keySet()), file.fileName());
    }
}
