/** The papers a member signs; today the consent that 42 CFR Part 2 asks for. */
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
            "scheduling"
        })
package org.circlekeeper.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
