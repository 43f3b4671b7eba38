/** Who is on call, and alarms: the first is paged, then the next, until a clinician closes it with a note. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "terms",
            "database",
            "audit",
            "access",
            "frame",
            "assistant",
            "practice",
            "outbox",
            "patients",
            "messaging"
        })
package org.circlekeeper.oncall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
