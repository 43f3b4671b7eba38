/** The calendar on the practice's own clock: regular times, sessions and their changes, appointments, rooms, who leads. */
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
            "patients",
            "roster"
        })
package org.circlekeeper.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
