package org.circlekeeper.assistant;

import java.util.function.Predicate;
import org.circlekeeper.access.Permission;
import org.circlekeeper.audit.Actor;
import org.jspecify.annotations.Nullable;

/** On whose word a round is made, and what that word is good for. */
record Order(@Nullable Actor by, Predicate<Permission> may) {

    static final Order NOBODYS = new Order(null, _ -> true);

    /** What only asks is nobody's to agree to. */
    boolean covers(Duty<?> duty) {
        var agreement = duty.manner().agreement();
        return agreement == null || may.test(agreement.needs());
    }
}
