package org.circlekeeper.waitlist;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.UUID;
import org.circlekeeper.roster.KindCheck;
import org.springframework.stereotype.Component;

/** Keeps the kinds of groups for which somebody ever asked for a seat. */
@Component
class KindsAskedFor implements KindCheck {

    private static final String STAYS =
            "Somebody asked for a seat in a group of this kind: it stays, so that what they said can be read.";

    private final EntryStore entries;

    KindsAskedFor(EntryStore entries) {
        this.entries = entries;
    }

    @Override
    public Map<UUID, String> stay() {
        return entries.types().stream().collect(toMap(type -> type, _ -> STAYS));
    }
}
