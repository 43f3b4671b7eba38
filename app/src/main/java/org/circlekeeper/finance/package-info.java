/** What visits cost a member, and the talk about it before the first one: gaps in insurance, talks, estimates. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "terms",
            "x12 :: eligibility",
            "payers",
            "database",
            "audit",
            "access",
            "frame",
            "assistant",
            "practice",
            "patients",
            "coverage",
            "eligibility"
        })
package org.circlekeeper.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
