package org.circlekeeper.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.forms.GroupKinds;
import org.springframework.stereotype.Component;

/** Names the kinds of groups for the packets of papers. */
@Component
class KindsWithPackets implements GroupKinds {

    private final Groups groups;

    KindsWithPackets(Groups groups) {
        this.groups = groups;
    }

    @Override
    public Map<UUID, String> names() {
        var names = new LinkedHashMap<UUID, String>();
        groups.types().forEach(type -> names.put(type.id(), type.name()));
        return names;
    }
}
