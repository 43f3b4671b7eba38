package org.circlekeeper.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.ProcedureCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The groups of the practice in scope. */
@Component
public class Groups {

    private static final String PART2 = ", 42 CFR Part 2";

    private final GroupStore store;
    private final KindStore kinds;
    private final Seats seats;
    private final OwnFees fees;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Groups(
            GroupStore store,
            KindStore kinds,
            Seats seats,
            OwnFees fees,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.seats = seats;
        this.fees = fees;
        this.practices = practices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A kind of group.
     *
     * @param code what a session is billed as
     * @param part2 whether 42 CFR Part 2 applies, from a person's first word about joining on
     * @param families whether a family has a seat together
     * @param population whom it is for, in words
     * @param noticeDays how many days ahead a member says that they leave; 0 when nobody asks for it
     * @param screened whether a therapist decides about each person before they sit there
     */
    public record Type(
            UUID id,
            String name,
            ProcedureCode code,
            boolean part2,
            Joining joining,
            boolean families,
            String population,
            int noticeDays,
            boolean screened) {

        /** One that takes single people on any day, and whoever is given a seat. */
        public Type(UUID id, String name, ProcedureCode code, boolean part2) {
            this(id, name, code, part2, Joining.OPEN, false, "", 0, false);
        }

        /** The same kind, for which people are screened. */
        public Type whereScreened() {
            return new Type(id, name, code, part2, joining, families, population, noticeDays, true);
        }
    }

    /** What a practice keeps about a group, as {@link Group} has it. */
    public record Settings(
            String name,
            int minimum,
            @Nullable Integer target,
            int capacity,
            PractitionerId leader,
            DateRange days,
            @Nullable UUID programme,
            String cycle) {

        public Settings {
            name = name.strip();
            if (minimum > capacity || target != null && (target < minimum || target > capacity)) {
                throw new IllegalArgumentException("The minimum, the target and the seats do not fit");
            }
        }

        /** A group of which no more is said: two make it, and it is part of nothing. */
        public Settings(String name, int capacity, PractitionerId leader, DateRange days) {
            this(name, Math.min(2, capacity), null, capacity, leader, days, null, "");
        }
    }

    public List<Type> types() {
        return kinds.all();
    }

    /** The type of that name; when there is none, one is made that takes whoever is given a seat. */
    public Type type(String name, ProcedureCode code, boolean part2) {
        return kinds.named(fresh(name, code, part2));
    }

    /** The type of that name; when there is none, one is made for which people are screened. */
    public Type screenedType(String name, ProcedureCode code, boolean part2) {
        return kinds.named(fresh(name, code, part2).whereScreened());
    }

    private Type fresh(String name, ProcedureCode code, boolean part2) {
        return new Type(NewId.at(clock.instant()), name, code, part2);
    }

    Joining joining(UUID type) {
        return type(type).map(Type::joining).orElse(Joining.OPEN);
    }

    public Optional<Type> type(UUID id) {
        return kinds.all().stream().filter(known -> known.id().equals(id)).findFirst();
    }

    /** The type of that name apart for 42 CFR Part 2, for which people are screened; made when there is none. */
    public Type part2Type(String name, ProcedureCode code) {
        return apart(fresh(name, code, true).whereScreened());
    }

    /** A type like this one apart for 42 CFR Part 2: who joins how, and whether they are screened, stays as it was. */
    private Type apart(Type like) {
        var apart = kinds.named(named(like, like.name() + PART2, true));
        for (int number = 2; !apart.part2() || !apart.code().equals(like.code()); number++) {
            apart = kinds.named(named(like, like.name() + PART2 + " (" + number + ")", true));
        }
        return apart;
    }

    private Type named(Type like, String name, boolean part2) {
        return new Type(
                NewId.at(clock.instant()),
                name,
                like.code(),
                part2,
                like.joining(),
                like.families(),
                like.population(),
                like.noticeDays(),
                like.screened());
    }

    /**
     * Puts a group that is not yet there under 42 CFR Part 2: from now on each claim of it needs a consent. It costs
     * what it did, and people join it as they did.
     */
    public void putUnderPart2(GroupId id, Actor actor) {
        var group = find(id).filter(one -> !one.part2());
        group.ifPresent(one -> {
            store.retype(id, asItIs(type(one.type()).orElseThrow(), actor));
            audit.did(actor, "put a group under Part 2", "group " + id, "42 CFR 2.11");
        });
    }

    /** The type apart for Part 2 that is joined and charges as this one; made when there is none. */
    private Type asItIs(Type like, Actor actor) {
        for (int number = 1; ; number++) {
            var name = like.name() + PART2 + (number == 1 ? "" : " (" + number + ")");
            var known =
                    kinds.all().stream().filter(one -> one.name().equals(name)).findFirst();
            if (known.isEmpty()) {
                var made = kinds.named(named(like, name, true));
                fees.copy(like.id(), made.id(), actor);
                return made;
            }
            if (known.filter(one -> isAlike(like, one)).isPresent()) {
                return known.get();
            }
        }
    }

    private boolean isAlike(Type like, Type apart) {
        return apart.part2()
                && apart.code().equals(like.code())
                && apart.joining() == like.joining()
                && fees.alike(like.id(), apart.id());
    }

    /** Something of it is kept that no file brought: an import is not undone over it any more. */
    public void workOn(GroupId id) {
        store.touch(id);
    }

    /** Takes back that an import put groups under 42 CFR Part 2. */
    public void takeBackPart2(Collection<GroupId> ids) {
        store.all().stream()
                .filter(group -> ids.contains(group.id()) && group.typeName().contains(PART2))
                .forEach(group ->
                        store.retype(group.id(), together(type(group.type()).orElseThrow())));
    }

    /** The type from which this one was set apart; made like it when there is none any more. */
    private Type together(Type apart) {
        return kinds.named(named(apart, apart.name().split(PART2, 2)[0], false));
    }

    public List<Group> all() {
        return store.all();
    }

    public Optional<Group> find(GroupId id) {
        return store.find(id);
    }

    public boolean isTaken(String name) {
        return store.all().stream().anyMatch(group -> group.name().equalsIgnoreCase(name.strip()));
    }

    /** Founds a group. Refuses a name that is taken with an IllegalArgumentException. */
    public GroupId found(Type type, Settings settings, Actor actor) {
        if (isTaken(settings.name())) {
            throw new IllegalArgumentException("There is a group called " + settings.name() + " already");
        }
        var id = new GroupId(NewId.at(clock.instant()));
        store.add(id, type, settings);
        audit.did(actor, "founded a group", "group " + id, "group set up");
        return id;
    }

    public GroupId found(Type type, String name, int capacity, PractitionerId leader, DateRange days, Actor actor) {
        return found(type, new Settings(name, capacity, leader, days), actor);
    }

    /**
     * Changes what is kept about a group, but for its days: those change when it ends. False when on some day from
     * today on more people have a seat or are offered one than there would be seats; then nothing changes.
     */
    public boolean change(GroupId id, Settings settings, Actor actor) {
        boolean fits = seats.fit(id, settings.capacity(), practices.today());
        if (fits) {
            store.change(id, settings);
            audit.did(actor, "changed a group", "group " + id, "group kept up to date");
        }
        return fits;
    }

    /** Makes this day the last one of a group. The caller has locked its seats, and sees to what is planned later. */
    public void end(GroupId id, LocalDate last, Actor actor) {
        store.end(id, last);
        audit.did(actor, "changed a group", "group " + id, "last day " + last);
    }

    /** Those of the ids that somebody has worked on since they came. */
    public List<GroupId> workedOn(Collection<GroupId> ids) {
        return store.workedOn(ids);
    }

    /** Takes back groups that an import founded and nobody worked on. */
    public void takeBack(Collection<GroupId> ids) {
        store.remove(ids);
    }
}
