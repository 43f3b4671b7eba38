/** The first page of staff: what was done, what is asked and why, today's circles; and the journal of all of it. */
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
            "oncall",
            "roster",
            "scheduling",
            "charts",
            "attendance",
            "claims",
            "waitlist"
        })
package org.circlekeeper.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
