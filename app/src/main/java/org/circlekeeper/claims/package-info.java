/** Decides what may be billed, keeps every claim with its states, and files claims in batches. */
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
            "x12",
            "outbox",
            "patients",
            "roster",
            "scheduling",
            "intake",
            "charts",
            "coverage",
            "attendance"
        })
package org.circlekeeper.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
