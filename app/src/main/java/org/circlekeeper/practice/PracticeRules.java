package org.circlekeeper.practice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** What the practice has settled for itself: enrolments, former records, holidays, rules of its own, trust. */
@Component
public class PracticeRules {

    private final RuleStore store;
    private final Clock clock;

    PracticeRules(RuleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<Enrolment> enrolments() {
        return store.enrolments();
    }

    public void record(Enrolment enrolment, Actor actor) {
        store.record(NewId.at(clock.instant()), enrolment, actor.label(), clock.instant());
    }

    public Optional<FormerRecords> formerRecords() {
        return store.formerRecords();
    }

    public void attest(FormerRecords records) {
        store.attest(records, clock.instant());
    }

    /** Days without groups, by name. Empty until the practice chooses. */
    public Map<LocalDate, String> holidays() {
        return new TreeMap<>(store.holidays());
    }

    public void holiday(LocalDate day, String name) {
        store.holiday(day, name);
    }

    public void noHoliday(LocalDate day) {
        store.noHoliday(day);
    }

    public List<OwnRule> ownRules() {
        return store.ownRules();
    }

    public void keep(OwnRule rule, Actor actor) {
        store.keep(rule, actor.label(), clock.instant());
    }

    /** How far each duty may go, by its id; one that is not listed may propose. */
    public Map<String, Trust> trust() {
        return store.trust();
    }

    public void trust(String duty, Trust level, Actor actor) {
        store.trust(duty, level, actor.label(), clock.instant());
    }
}
