package org.circlekeeper.roster;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.practice.PractitionerId;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.NewId;
import org.circlekeeper.terms.ProcedureCode;
import org.springframework.stereotype.Component;

/** The groups of the practice in scope. */
@Component
public class Groups {

    private static final String PART2 = ", 42 CFR Part 2";

    private final GroupStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Groups(GroupStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A kind of group: what is billed for it and whether 42 CFR Part 2 applies. */
    public record Type(UUID id, String name, ProcedureCode code, boolean part2) {}

    public List<Type> types() {
        return store.types();
    }

    /** The type of that name, made when there is none. */
    public Type type(String name, ProcedureCode code, boolean part2) {
        return store.type(new Type(NewId.at(clock.instant()), name, code, part2));
    }

    /** The type of that name apart for 42 CFR Part 2, made when there is none. */
    public Type part2Type(String name, ProcedureCode code) {
        var apart = type(name + PART2, code, true);
        for (int number = 2; !apart.part2() || !apart.code().equals(code); number++) {
            apart = type(name + PART2 + " (" + number + ")", code, true);
        }
        return apart;
    }

    /** Puts a group that is not yet there under 42 CFR Part 2: from now on each claim of it needs a consent. */
    public void putUnderPart2(GroupId id, Actor actor) {
        var group = find(id).filter(one -> !one.part2());
        group.ifPresent(one -> {
            store.retype(id, part2Type(one.typeName(), one.code()));
            audit.did(actor, "put a group under Part 2", "group " + id, "42 CFR 2.11");
        });
    }

    /** Takes back that an import put groups under 42 CFR Part 2. */
    public void takeBackPart2(Collection<GroupId> ids) {
        store.all().stream()
                .filter(group -> ids.contains(group.id()) && group.typeName().contains(PART2))
                .forEach(group ->
                        store.retype(group.id(), type(group.typeName().split(PART2, 2)[0], group.code(), false)));
    }

    public List<Group> all() {
        return store.all();
    }

    public Optional<Group> find(GroupId id) {
        return store.all().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /** Founds a group. Refuses a name that is taken with an IllegalArgumentException. */
    public GroupId found(Type type, String name, int capacity, PractitionerId leader, DateRange days, Actor actor) {
        if (store.all().stream().anyMatch(group -> group.name().equalsIgnoreCase(name.strip()))) {
            throw new IllegalArgumentException("There is a group called " + name.strip() + " already");
        }
        var id = new GroupId(NewId.at(clock.instant()));
        store.add(id, type, name.strip(), capacity, leader, days);
        audit.did(actor, "founded a group", "group " + id, "group set up");
        return id;
    }

    public void change(GroupId id, String name, int capacity, PractitionerId leader, DateRange days, Actor actor) {
        store.change(id, name.strip(), capacity, leader, days);
        audit.did(actor, "changed a group", "group " + id, "group kept up to date");
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
