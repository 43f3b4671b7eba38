package org.circlekeeper.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.intake.GuardiansWords;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** Minors who consented to their own care: with that they sign for themselves, and their parents do not. */
@Component
public class OwnCares {

    static final String WHY = "The member consented to their own care.";

    private static final String TAKEN_BACK = "That they consented to their own care was taken back.";

    private final OwnCareStore store;
    private final AgeRules rules;
    private final Proxies proxies;
    private final GuardiansWords guardians;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    OwnCares(
            OwnCareStore store,
            AgeRules rules,
            Proxies proxies,
            GuardiansWords guardians,
            Patients patients,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.proxies = proxies;
        this.guardians = guardians;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of recording it. */
    public sealed interface Recorded {

        /**
         * @param ended how many acted for them and do no more
         * @param papers how many papers that guardians signed are asked of the member anew
         */
        record Done(int ended, int papers) implements Recorded {}

        /** Nothing says from which age a minor may consent in that state. */
        record NoRule(String state) implements Recorded {}

        /** They may only from that day on. */
        record TooYoung(LocalDate from) implements Recorded {}

        /** They decide about everything since that day. */
        record OfAge(LocalDate since) implements Recorded {}

        record Already() implements Recorded {}

        /** The rule of the state has a condition, and nobody is said to have found that it is met. */
        record ConditionOpen(String condition) implements Recorded {}
    }

    /** The consent that stands. */
    public Optional<OwnCare> of(PatientId member) {
        return store.of(member);
    }

    /**
     * Records that a minor consented: they sign from this moment on. Where it was chosen so, parents and guardians who
     * act for them do no more; whoever the minor asks for may be let in again.
     */
    public Recorded record(Patient member, OwnCare.Consent consent, Actor actor) {
        var from = consent.from();
        var rule = rules.of(member);
        var age = rule.ownCare();
        if (age == null) {
            return new Recorded.NoRule(rule.state());
        }
        if (from.isBefore(age.from(member.birthDate()))) {
            return new Recorded.TooYoung(age.from(member.birthDate()));
        }
        if (!from.isBefore(rule.from(member.birthDate()))) {
            return new Recorded.OfAge(rule.from(member.birthDate()));
        }
        if (!age.conditions().isEmpty() && consent.foundBy().isBlank()) {
            return new Recorded.ConditionOpen(age.conditions());
        }
        return add(member, consent, actor);
    }

    private Recorded add(Patient member, OwnCare.Consent consent, Actor actor) {
        patients.workOn(member.id());
        var now = clock.instant();
        if (!store.add(new OwnCare(NewId.at(now), member.id(), consent, actor.label()), now)) {
            return new Recorded.Already();
        }
        audit.did(
                actor,
                "recorded that a minor consented to their own care",
                "patient " + member.id(),
                List.of(member.id().value()),
                "from " + consent.from() + ", parents: "
                        + consent.parents().name().toLowerCase(Locale.ROOT) + ", " + consent.parentsWhy());
        var standing = proxies.of(member.id()).stream()
                .filter(proxy -> proxy.ended() == null && proxy.relation().isOfMinor())
                .filter(_ -> consent.parents() == OwnCare.Parents.END)
                .toList();
        standing.forEach(proxy -> proxies.end(proxy, WHY, actor));
        return new Recorded.Done(standing.size(), guardians.end(member.id(), WHY, actor));
    }

    /**
     * Takes it back, as when it was a mistake: what they signed themselves since then runs out while they are not of
     * age. Whoever acted for them is let in anew by a person, not by this.
     *
     * @return how many papers that is; empty when it did not stand
     */
    public OptionalInt end(Patient patient, String why, Actor actor) {
        var member = patient.id();
        var stood = store.of(member);
        boolean ended = store.end(member, why, new ProxyStore.By(actor.label(), clock.instant()));
        if (ended) {
            audit.did(
                    actor,
                    "took back that a minor consented to their own care",
                    "patient " + member,
                    List.of(member.value()),
                    why);
        }
        if (!ended || stood.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean isMinor = practices.today().isBefore(rules.of(patient).from(patient.birthDate()));
        return OptionalInt.of(isMinor ? guardians.endOwn(member, stood.get().from(), TAKEN_BACK, actor) : 0);
    }
}
