/** The calendar by the practice's own clock: regular times, sessions, their changes, appointments, rooms, leaders. */
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
            "calls",
            "roster"
        })
package org.circlekeeper.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
