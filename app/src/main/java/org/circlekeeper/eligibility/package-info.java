/**
 * What payers say of members' benefits: who is due to be asked, questions by file or by phone, and the kept answers
 * with their evidence.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "terms",
            "x12",
            "x12 :: eligibility",
            "payers",
            "database",
            "audit",
            "access",
            "frame",
            "assistant",
            "practice",
            "outbox",
            "patients",
            "roster",
            "scheduling",
            "waitlist",
            "coverage"
        })
package org.circlekeeper.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
