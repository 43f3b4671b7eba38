package org.circlekeeper.portal;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ages by which the practice in scope goes: what it wrote down itself, and else what {@link Majority} says. */
@Component
public class AgeRules {

    private static final int YOUNGEST_OF_AGE = 18;
    private static final int OLDEST_OF_AGE = 21;

    private final AgeRuleStore store;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    AgeRules(AgeRuleStore store, Practices practices, AuditTrail audit, Clock clock) {
        this.store = store;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a rule is about. */
    public enum Topic {
        MAJORITY("decides for themselves"),
        OWN_CARE("consents to their own outpatient mental-health care");

        private final String onScreen;

        Topic(String onScreen) {
            this.onScreen = onScreen;
        }

        public String onScreen() {
            return onScreen;
        }
    }

    /**
     * A rule that the practice wrote down.
     *
     * @param age null where a minor may not consent to care of their own at all
     * @param verifiedOn when somebody held it against the law; null is shown as "not checked"
     */
    public record Own(
            String state,
            Topic topic,
            @Nullable Integer age,
            String conditions,
            String source,
            @Nullable LocalDate verifiedOn,
            Instant setAt) {

        public Own {
            wrong(topic, age).ifPresent(why -> {
                throw new IllegalArgumentException(why);
            });
        }
    }

    /** What is wrong with an age, in a sentence; empty when it can be. Pure. */
    public static Optional<String> wrong(Topic topic, @Nullable Integer age) {
        if (topic == Topic.OWN_CARE) {
            return Optional.empty();
        }
        if (age == null) {
            return Optional.of("Write the age: everybody comes of age at some time.");
        }
        return age < YOUNGEST_OF_AGE || age > OLDEST_OF_AGE
                ? Optional.of("Nobody comes of age there: write " + YOUNGEST_OF_AGE + " to " + OLDEST_OF_AGE
                        + ", or choose that a member consents to their own care.")
                : Optional.empty();
    }

    /** The rule of the state where the member lives, or else where the practice is. */
    public Majority.Rule of(Patient member) {
        return Objects.requireNonNull(of(List.of(member)).get(member.id()));
    }

    /** The same of many. */
    public Map<PatientId, Majority.Rule> of(Collection<Patient> members) {
        var here = home();
        var own = store.all();
        var zone = practices.current().zone();
        return members.stream().distinct().collect(toMap(Patient::id, member -> {
            var address = member.address();
            return rule(address == null ? here : address.state(), own, zone);
        }));
    }

    /** The state in which the practice is. */
    public String home() {
        return practices.current().address().state();
    }

    /** Every state of which something is written down, and the practice's own, by its letters. */
    public List<Majority.Rule> all() {
        var own = store.all();
        var zone = practices.current().zone();
        var states = Majority.all().stream().map(Majority.Rule::state).collect(Collectors.toCollection(TreeSet::new));
        own.forEach(rule -> states.add(rule.state()));
        states.add(home());
        return states.stream().map(state -> rule(state, own, zone)).toList();
    }

    /** Those that the practice wrote down. */
    public List<Own> own() {
        return store.all();
    }

    /** Writes one down; it holds from now on. */
    public void keep(
            String state,
            Topic topic,
            @Nullable Integer age,
            String conditions,
            String source,
            @Nullable LocalDate verifiedOn,
            Actor actor) {
        store.keep(new Own(state, topic, age, conditions, source, verifiedOn, clock.instant()), actor.label());
        audit.did(actor, "wrote down an age of a state", state + ", " + topic, age == null ? "none" : "from " + age);
    }

    /** Takes one back: what is shipped holds again. False when there was none. */
    public boolean remove(String state, Topic topic, Actor actor) {
        boolean removed = store.remove(state, topic);
        if (removed) {
            audit.did(actor, "took back an age of a state", state + ", " + topic, "");
        }
        return removed;
    }

    /** Puts what the practice wrote down before what is shipped. Pure. */
    static Majority.Rule rule(String state, List<Own> own, ZoneId zone) {
        var rule = Majority.of(state);
        for (var one : own) {
            if (one.state().equals(state)) {
                rule = with(rule, one, LocalDate.ofInstant(one.setAt(), zone).toString());
            }
        }
        return rule;
    }

    private static Majority.Rule with(Majority.Rule rule, Own own, String asOf) {
        var age = own.age();
        boolean checked = own.verifiedOn() != null;
        return switch (own.topic()) {
            case MAJORITY ->
                new Majority.Rule(
                        rule.state(), Objects.requireNonNull(age), own.source(), asOf, checked, rule.ownCare());
            case OWN_CARE ->
                new Majority.Rule(
                        rule.state(),
                        rule.age(),
                        rule.source(),
                        rule.asOf(),
                        rule.checked(),
                        age == null ? null : new Majority.OwnCare(age, own.conditions(), own.source(), asOf, checked));
        };
    }
}
