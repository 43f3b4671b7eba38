/** What may be told to whom: restrictions and consents, asked again before anything leaves. */
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
            "roster",
            "scheduling",
            "intake",
            "charts",
            "coverage",
            "eligibility",
            "attendance",
            "claims"
        })
package org.circlekeeper.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
