package org.circlekeeper.movein;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.access.KnownPractice;
import org.circlekeeper.access.People;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.database.PracticeScope;
import org.circlekeeper.movein.read.PracticeFile;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PracticeId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** Opens practices in this home, each from its practice.json, and knows those that are open. */
@Component
public class Openings {

    /** A fee counts from a day before any that is still billed. */
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private final People people;
    private final Practices practices;
    private final Payers payers;
    private final PracticeRules rules;
    private final PracticeScope scope;
    private final RowStore rows;
    private final AuditTrail audit;

    Openings(
            People people,
            Practices practices,
            Payers payers,
            PracticeRules rules,
            PracticeScope scope,
            RowStore rows,
            AuditTrail audit) {
        this.people = people;
        this.practices = practices;
        this.payers = payers;
        this.rules = rules;
        this.scope = scope;
        this.rows = rows;
        this.audit = audit;
    }

    /** What became of an attempt to open a practice. */
    public sealed interface Opening {
        /** It is open now; {@code notRead} are the fields of the file that nothing is made of. */
        record Opened(Practice practice, int payers, List<String> notRead) implements Opening {}

        /** A practice with this NPI was open already; nothing changed. */
        record KnownAlready(Practice practice) implements Opening {}

        /** The file has flaws; each sentence names a field and what to do. */
        record Flawed(List<String> sentences) implements Opening {}
    }

    public Opening open(SourceFile file, Actor actor) {
        return switch (PracticeFile.read(file)) {
            case PracticeFile.Flawed flawed -> new Opening.Flawed(flawed.sentences());
            case PracticeFile.Sound sound -> open(sound.file(), sound.notRead(), actor);
        };
    }

    private Opening open(PracticeFile file, List<String> notRead, Actor actor) {
        var known = all().stream()
                .filter(practice -> practice.npi().equals(file.npi()))
                .findFirst();
        if (known.isPresent()) {
            return new Opening.KnownAlready(known.get());
        }
        var id = practices.newId();
        return scope.in(id, () -> {
            people.namePractice(id, file.name());
            var practice = practice(id, file);
            practices.keep(practice);
            file.payers().forEach(payer -> payers.keep(payer.name(), payer.payerId(), payer.filingCode()));
            if (file.groupFee() != null) {
                payers.charge(ProcedureCode.GROUP_PSYCHOTHERAPY, LONG_AGO, file.groupFee());
            }
            if (file.formerRecords() != null) {
                rules.attest(file.formerRecords());
            }
            audit.did(actor, "opened a practice", "practice " + id, "practice.json");
            return new Opening.Opened(practice, file.payers().size(), notRead);
        });
    }

    /** Mail and calendars show the practice by its town alone until it chooses a name for outside (I5). */
    private static Practice practice(PracticeId id, PracticeFile file) {
        return new Practice(
                id,
                file.name(),
                "The office in " + file.address().city(),
                file.npi(),
                file.taxId(),
                file.taxonomy(),
                file.phone(),
                file.address(),
                file.zone(),
                Practice.Profile.SMALL);
    }

    /** Every practice that is open here. */
    public List<Practice> all() {
        return people.practices().stream()
                .map(KnownPractice::id)
                .filter(id -> scope.in(id, rows::isOpen))
                .map(id -> scope.in(id, practices::current))
                .toList();
    }

    /** The NPI that a folder's practice.json names, when it has one that can be read. */
    public static Optional<Npi> npiOf(Drop drop) {
        return drop.files().stream()
                .filter(file -> file.name().equalsIgnoreCase("practice.json"))
                .map(PracticeFile::read)
                .filter(PracticeFile.Sound.class::isInstance)
                .map(sound -> ((PracticeFile.Sound) sound).file().npi())
                .findFirst();
    }
}
