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
            "payers",
            "forms",
            "intake",
            "outbox",
            "patients",
            "signing",
            "messaging",
            "oncall",
            "calls",
            "roster",
            "scheduling",
            "charts",
            "waitlist",
            "coverage",
            "eligibility",
            "sandbox",
            "attendance",
            "finance",
            "claims",
            "movein",
            "operations",
            "portal",
            "console"
        })
package org.circlekeeper.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
