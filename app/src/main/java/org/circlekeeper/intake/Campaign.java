package org.circlekeeper.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.oncall.OnCall;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.roster.Membership;
import org.circlekeeper.roster.Rosters;
import org.springframework.stereotype.Component;

/**
 * Asks everyone who has a seat and an older version of a paper for the newest one. A no stays a no, but for the notice
 * of privacy practices: each version of it is offered to everybody (45 CFR 164.520(c)).
 */
@Component
public class Campaign {

    private static final FormId NOTICE = new FormId("privacy-notice");

    private final FormLibrary forms;
    private final OlderVersionStore older;
    private final Renewals renewals;
    private final Rosters rosters;
    private final Practices practices;
    private final OnCall onCall;
    private final AuditTrail audit;
    private final Clock clock;

    Campaign(
            FormLibrary forms,
            OlderVersionStore older,
            Renewals renewals,
            Rosters rosters,
            Practices practices,
            OnCall onCall,
            AuditTrail audit,
            Clock clock) {
        this.forms = forms;
        this.older = older;
        this.renewals = renewals;
        this.rosters = rosters;
        this.practices = practices;
        this.onCall = onCall;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param notWritten how many read a language in which the newest version is not written; they were not asked
     * @param against what stood in the way of asking others, in sentences; empty when nothing did
     */
    public record Outcome(int asked, int notWritten, String against) {}

    /**
     * A paper in use that members with a seat have in an older version, and were not asked for.
     *
     * @param newest the version in use
     * @param left whether somebody has said that the older version will do
     */
    public record Behind(FormId form, String title, int newest, int members, boolean left) {}

    /** Every one. */
    public List<Behind> behind() {
        var inUse = inUse();
        if (inUse.values().stream().allMatch(form -> newest(form) == 1)) {
            return List.of();
        }
        var newest = inUse.values().stream().collect(toMap(Form::id, Campaign::newest));
        var left = older.leftAlone(newest);
        return settled(newest).stream()
                .collect(groupingBy(Paper::form, LinkedHashMap::new, groupingBy(Paper::patient)))
                .entrySet()
                .stream()
                .map(entry -> behind(
                        Objects.requireNonNull(inUse.get(entry.getKey())),
                        entry.getValue().size(),
                        left))
                .toList();
    }

    private static Behind behind(Form form, int members, Set<FormId> left) {
        return new Behind(form.id(), form.title(), newest(form), members, left.contains(form.id()));
    }

    private Map<FormId, Form> inUse() {
        return forms.all().stream().filter(form -> form.current().isPresent()).collect(toMap(Form::id, form -> form));
    }

    private static int newest(Form form) {
        return form.current().orElseThrow().number();
    }

    /** Nothing happens for a form that is unknown or was never published. */
    public Outcome renew(String name, LocalDate due, Actor actor) {
        return named(name)
                .map(form -> renew(form, form.current().orElseThrow(), due, actor))
                .orElseGet(() -> new Outcome(0, 0, ""));
    }

    private Optional<Form> named(String name) {
        return inUse().values().stream()
                .filter(form -> form.id().value().equals(name))
                .findFirst();
    }

    private Outcome renew(Form form, Form.Publication newest, LocalDate due, Actor actor) {
        int asked = 0;
        int notWritten = 0;
        var readiness = new Readiness(forms, onCall);
        var against = new LinkedHashSet<String>();
        for (var paper : settled(Map.of(form.id(), newest.number()))) {
            if (!newest.languages().contains(paper.language())) {
                notWritten++;
                continue;
            }
            var newer = new Asked(form.id(), newest.number(), paper.language(), form.title(), paper.need());
            var inTheWay = readiness.against(newer);
            inTheWay.ifPresent(against::add);
            if (inTheWay.isEmpty() && renewals.renew(paper, newer, due, actor)) {
                asked++;
            }
        }
        return new Outcome(asked, notWritten, String.join(" ", against));
    }

    /** Nobody needs to be asked for the newest version: what they signed says the same. False when there is none. */
    public boolean leave(String name, String why, Actor actor) {
        var form = named(name);
        form.ifPresent(one -> {
            older.leave(one.id(), newest(one), why, actor.label(), clock.instant());
            audit.did(actor, "said that an older version will do", one.id() + " version " + newest(one), why);
        });
        return form.isPresent();
    }

    /** What members with a seat have in an older version, where they are to be asked for the newer one. */
    private List<Paper> settled(Map<FormId, Integer> newest) {
        var seated = seated();
        return older.settled(newest).stream()
                .filter(paper -> seated.contains(paper.patient()))
                .filter(paper ->
                        paper.status() != PaperStatus.DECLINED || paper.form().equals(NOTICE))
                .toList();
    }

    private Set<PatientId> seated() {
        var today = practices.today();
        return rosters.all().stream()
                .filter(seat -> !seat.days().hasEnded(today))
                .map(Membership::patient)
                .collect(toSet());
    }
}
