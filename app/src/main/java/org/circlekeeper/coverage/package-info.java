/** Who pays for whom, and what the payer has authorized. */
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
            "x12 :: review",
            "outbox",
            "documents",
            "patients",
            "roster",
            "scheduling",
            "charts"
        })
package org.circlekeeper.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
