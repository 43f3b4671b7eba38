/** Who came to which session, for how long, and who said so. */
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
            "patients",
            "messaging",
            "calls",
            "roster",
            "scheduling",
            "charts",
            "coverage",
            "intake"
        })
package org.circlekeeper.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
