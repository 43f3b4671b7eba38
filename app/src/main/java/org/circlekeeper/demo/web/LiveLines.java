package org.circlekeeper.demo.web;

import java.util.function.Supplier;
import org.circlekeeper.access.Colleague;
import org.circlekeeper.access.People;
import org.circlekeeper.assistant.Journal;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.console.Alike;
import org.circlekeeper.console.Today;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.demo.Persona;
import org.circlekeeper.demo.Stage;
import org.circlekeeper.frame.Words;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The line on each card at the door, counted at that moment. */
@Component
@Profile("demo")
class LiveLines {

    private final Stage stage;
    private final Today today;
    private final Journal journal;
    private final AuditTrail audit;
    private final People people;
    private final PracticeScope scope;

    LiveLines(Stage stage, Today today, Journal journal, AuditTrail audit, People people, PracticeScope scope) {
        this.stage = stage;
        this.today = today;
        this.journal = journal;
        this.audit = audit;
        this.people = people;
        this.scope = scope;
    }

    String of(Persona persona) {
        return switch (persona) {
            case DANA -> inFirst(this::owner);
            case MARCUS -> inFirst(this::therapist);
            case ROSA -> inFirst(this::biller);
            case INES -> assistant();
            case PRIYA -> inFirst(this::compliance);
        };
    }

    private String owner() {
        return Words.count(Alike.things(journal.open()), "question waits", "questions wait") + " for an answer";
    }

    private String therapist() {
        var leader = people.inPractice(stage.practices().getFirst()).stream()
                .filter(colleague -> colleague.person().id().equals(stage.person(Persona.MARCUS)))
                .findFirst()
                .map(Colleague::practitioner)
                .orElseThrow();
        return Words.count(today.notesToSign(leader), "note", "notes") + " to sign";
    }

    private String biller() {
        var claimed = today.claimed(today.moment());
        return Words.count(claimed.filed(), "claim", "claims") + " went out, " + claimed.keptBack() + " wait";
    }

    private String assistant() {
        long open = stage.practices().stream()
                .mapToLong(practice -> scope.in(practice, () -> Alike.things(journal.open())))
                .sum();
        return Words.count(stage.practices().size(), "practice", "practices") + ", "
                + Words.count(open, "thing", "things") + " to do";
    }

    private String compliance() {
        return Words.count(audit.size(), "line", "lines") + " in the audit trail";
    }

    private String inFirst(Supplier<String> line) {
        return scope.in(stage.practices().getFirst(), line);
    }
}
