/** Who waits for a seat: from the first inquiry over screening and the therapist's decision to an offer taken up. */
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
            "calls",
            "roster",
            "scheduling",
            "charts"
        })
package org.circlekeeper.waitlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
