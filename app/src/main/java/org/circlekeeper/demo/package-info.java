/** An invented practice, the door into it without a form, and a clock that can be let pass. */
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
            "forms",
            "outbox",
            "patients",
            "messaging",
            "calls",
            "roster",
            "scheduling",
            "charts",
            "waitlist",
            "coverage",
            "attendance",
            "claims",
            "movein",
            "operations",
            "console"
        })
package org.circlekeeper.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
