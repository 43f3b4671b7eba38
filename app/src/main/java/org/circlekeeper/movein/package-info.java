/** Brings a practice in from the exports of the system it used before, and keeps up with that system while both run. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "terms",
            "database",
            "audit",
            "access",
            "frame",
            "practice",
            "assistant",
            "payers",
            "patients",
            "roster",
            "scheduling",
            "intake",
            "charts",
            "coverage",
            "attendance",
            "claims",
            "compliance"
        })
package org.circlekeeper.movein;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
