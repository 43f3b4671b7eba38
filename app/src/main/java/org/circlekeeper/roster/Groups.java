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

    private final GroupStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Groups(GroupStore store, AuditTrail audit, Clock clock) {
        this.store = store;
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
     */
    public record Type(
            UUID id,
            String name,
            ProcedureCode code,
            boolean part2,
            Joining joining,
            boolean families,
            String population) {

        /** One that takes single people on any day. */
        public Type(UUID id, String name, ProcedureCode code, boolean part2) {
            this(id, name, code, part2, Joining.OPEN, false, "");
        }
    }

    public List<Type> types() {
        return store.types();
    }

    /** The type of that name, made when there is none. */
    public Type type(String name, ProcedureCode code, boolean part2) {
        return store.type(new Type(NewId.at(clock.instant()), name, code, part2));
    }

    Joining joining(UUID type) {
        return store.types().stream()
                .filter(known -> known.id().equals(type))
                .map(Type::joining)
                .findFirst()
                .orElse(Joining.OPEN);
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
