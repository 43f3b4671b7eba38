package org.circlekeeper.scheduling;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.audit.Actor;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** The rooms of the practice in scope. */
@Component
public class Rooms {

    private final RoomStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Rooms(RoomStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them by name, closed ones too. */
    public List<Room> all() {
        return store.all();
    }

    public Optional<Room> find(RoomId id) {
        return store.all().stream().filter(room -> room.id().equals(id)).findFirst();
    }

    /** Adds a room. Refuses a name that is taken with an IllegalArgumentException. */
    public RoomId add(String name, int seats, Actor actor) {
        var room = new Room(new RoomId(NewId.at(clock.instant())), name.strip(), seats, true);
        keep(room, actor);
        return room.id();
    }

    /** Renames a room, says how many it seats, or closes it. Refuses a name that another one has. */
    public void keep(Room room, Actor actor) {
        if (isTaken(room)) {
            throw new IllegalArgumentException("There is a room called " + room.name() + " already");
        }
        store.keep(room);
        audit.did(actor, "kept a room", "room " + room.id(), room.open() ? "in use" : "closed");
    }

    private boolean isTaken(Room room) {
        return store.all().stream()
                .anyMatch(other -> !other.id().equals(room.id()) && other.name().equalsIgnoreCase(room.name()));
    }
}
