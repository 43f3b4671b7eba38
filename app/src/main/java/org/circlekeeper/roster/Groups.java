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

    private final GroupStore store;
    private final KindStore kinds;
    private final Seats seats;
    private final KindsApart apart;
    private final Practices practices;
    private final AuditTrail audit;
    private final Clock clock;

    Groups(
            GroupStore store,
            KindStore kinds,
            Seats seats,
            KindsApart apart,
            Practices practices,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.seats = seats;
        this.apart = apart;
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

        /** One that is joined as this one. */
        Type named(UUID another, String called, boolean underPart2) {
            return new Type(another, called, code, underPart2, joining, families, population, noticeDays, screened);
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
        return apart.billedAs(fresh(name, code, true).whereScreened());
    }

    /**
     * Puts a group that is not yet there under 42 CFR Part 2: from now on each claim of it needs a consent. It costs
     * what it did, is for whom it was for, and people join it as they did.
     */
    public void putUnderPart2(GroupId id, Actor actor) {
        var group = find(id).filter(one -> !one.part2());
        group.ifPresent(one -> {
            store.retype(id, apart.goingOn(type(one.type()).orElseThrow(), id, actor));
            audit.did(actor, "put a group under Part 2", "group " + id, "42 CFR 2.11");
        });
    }

    /** Something of it is kept that no file brought: an import is not undone over it any more. */
    public void workOn(GroupId id) {
        store.touch(id);
    }

    /** Takes back that an import put groups under 42 CFR Part 2. */
    public void takeBackPart2(Collection<GroupId> ids) {
        store.all().stream()
                .filter(group -> ids.contains(group.id()) && KindsApart.isApart(group))
                .forEach(group -> store.retype(
                        group.id(), apart.together(type(group.type()).orElseThrow(), group.id())));
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
