package org.circlekeeper.portal;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.circlekeeper.access.MemberPart;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.documents.DocumentId;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.NewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who acts for whom on the members' own pages of the practice in scope. */
@Component
public class Proxies {

    private final ProxyStore store;
    private final AgeRules rules;
    private final OwnCareStore cares;
    private final AccountStore accounts;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Proxies(
            ProxyStore store,
            AgeRules rules,
            OwnCareStore cares,
            AccountStore accounts,
            Patients patients,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.cares = cares;
        this.accounts = accounts;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is granted.
     *
     * @param email where they agreed to be written to
     * @param authority the document itself as it is kept; null when it was not handed in, and then a representative
     *     signs nothing
     * @param askedFor whether a minor who consented to care of their own asked for them
     * @param last null for one that goes on until somebody ends it, or the member comes of age
     */
    public record Grant(
            String name,
            String email,
            Proxy.Relation relation,
            Set<MemberPart> parts,
            String document,
            @Nullable DocumentId authority,
            LocalDate first,
            @Nullable LocalDate last,
            boolean askedFor) {

        public Grant {
            parts = Set.copyOf(parts);
        }

        /** One that nobody had to ask for. */
        public Grant(
                String name,
                String email,
                Proxy.Relation relation,
                Set<MemberPart> parts,
                String document,
                @Nullable DocumentId authority,
                LocalDate first,
                @Nullable LocalDate last) {
            this(name, email, relation, parts, document, authority, first, last, false);
        }

        /** The same, with the document itself. */
        public Grant shownBy(DocumentId kept) {
            return new Grant(name, email, relation, parts, document, kept, first, last, askedFor);
        }

        /** The same, for a minor who asked for them. */
        public Grant atTheirWish() {
            return new Grant(name, email, relation, parts, document, authority, first, last, true);
        }

        /** Whether they are to sign in the place of an adult: that rests on the document (45 CFR 164.508(c)(1)(vi)). */
        public boolean needsAuthority() {
            return !relation.isOfMinor() && parts.contains(MemberPart.FORMS);
        }
    }

    /** What became of granting. */
    public sealed interface Granted {
        record Done(ProxyId id) implements Granted {}

        /** The member is of age: a parent acts for them no more. */
        record OfAge(LocalDate since) implements Granted {}

        /** The minor consented to care of their own that day, and did not ask for them (45 CFR 164.502(g)(3)(i)). */
        record DecidesAlone(LocalDate since) implements Granted {}

        /** They act for this member already. */
        record Already() implements Granted {}

        /** The address belongs to somebody of another name: its owner would see the member at once. */
        record KnownOtherwise(String sentence) implements Granted {}
    }

    /** The rule of the state where the member lives, or else where the practice is. */
    public Majority.Rule rule(Patient member) {
        return rules.of(member);
    }

    /** Lets somebody act for a member. Whoever acts for another one here already is known by their address. */
    public Granted grant(Patient member, Grant grant, Actor actor) {
        var rule = rule(member);
        var today = practices.today();
        if (grant.relation().isOfMinor() && !today.isBefore(rule.from(member.birthDate()))) {
            return new Granted.OfAge(rule.from(member.birthDate()));
        }
        var own = cares.of(member.id());
        if (grant.relation().isOfMinor() && own.isPresent() && !own.get().parentsStay() && !grant.askedFor()) {
            return new Granted.DecidesAlone(own.get().from());
        }
        var other = accounts.knownOtherwise(grant.name(), grant.email());
        if (other.isPresent()) {
            return new Granted.KnownOtherwise(other.get());
        }
        var now = clock.instant();
        var account = accounts.ofOther(NewId.at(now), grant.name(), grant.email(), actor.label(), now);
        var id = new ProxyId(NewId.at(now));
        var age = grant.relation().isOfMinor() ? Integer.valueOf(rule.age()) : null;
        if (!store.add(id.value(), account.id(), member.id(), grant, age, new ProxyStore.By(actor.label(), now))) {
            return new Granted.Already();
        }
        patients.workOn(member.id());
        audit.did(
                actor,
                "let somebody act for a member",
                "proxy " + id,
                List.of(member.id().value()),
                grant.relation().onScreen() + ", " + words(grant.parts()));
        return new Granted.Done(id);
    }

    /** Ends it from this moment on. False when it had ended. */
    public boolean end(Proxy proxy, String why, Actor actor) {
        boolean ended = store.end(proxy.id(), why, new ProxyStore.By(actor.label(), clock.instant()));
        if (ended) {
            audit.did(
                    actor,
                    "ended that somebody acts for a member",
                    "proxy " + proxy.id(),
                    List.of(proxy.member().value()),
                    why);
        }
        return ended;
    }

    public List<Proxy> of(PatientId member) {
        return byRuleOfToday(store.of(member));
    }

    /** Empty when there is none, or it is about another member. */
    public Optional<Proxy> of(PatientId member, ProxyId id) {
        return of(member).stream().filter(proxy -> proxy.id().equals(id)).findFirst();
    }

    /** For whom somebody acts today. */
    List<Proxy> standing(AccountId account) {
        var today = practices.today();
        return byRuleOfToday(store.of(account)).stream()
                .filter(proxy -> proxy.standsOn(today))
                .toList();
    }

    /** The age of the state where a minor lives now counts as well as that of the state where they lived then. */
    private List<Proxy> byRuleOfToday(List<Proxy> granted) {
        var minors = granted.stream()
                .filter(proxy -> proxy.ofAge() != null)
                .map(Proxy::member)
                .collect(toSet());
        if (minors.isEmpty()) {
            return granted;
        }
        var members = patients.byId(minors);
        var ages = rules.of(members.values());
        return granted.stream()
                .map(proxy -> {
                    var member = members.get(proxy.member());
                    var rule = ages.get(proxy.member());
                    return member == null || rule == null ? proxy : proxy.atMostUntil(rule.from(member.birthDate()));
                })
                .toList();
    }

    /** As in {@code forms, messages, schedule}. */
    public static String words(Set<MemberPart> parts) {
        return parts.stream()
                .sorted()
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
    }
}
