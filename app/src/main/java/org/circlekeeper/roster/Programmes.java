package org.circlekeeper.roster;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.circlekeeper.terms.NewId;
import org.springframework.stereotype.Component;

/** The programmes of the practice in scope: groups that belong together and begin together, cycle after cycle. */
@Component
public class Programmes {

    private final ProgrammeStore store;
    private final Clock clock;

    Programmes(ProgrammeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One programme. */
    public record Programme(UUID id, String name) {}

    public List<Programme> all() {
        return store.all();
    }

    /** The programme of that name, made when there is none. */
    public UUID named(String name) {
        store.add(NewId.at(clock.instant()), name.strip());
        return store.all().stream()
                .filter(known -> known.name().equals(name.strip()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
