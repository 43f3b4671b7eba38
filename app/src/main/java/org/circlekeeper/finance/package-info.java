/**
 * What visits cost a member, and the talk about it before the first one: gaps in insurance, talks, good-faith
 * estimates.
 */
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
            "roster",
            "scheduling",
            "charts",
            "coverage",
            "eligibility",
            "attendance"
        })
package org.circlekeeper.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
