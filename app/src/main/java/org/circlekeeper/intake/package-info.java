/**
 * The papers a member fills in and signs for a seat: given, chased, waived, withdrawn; and the seat shut until they are
 * whole.
 */
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
            "documents",
            "forms",
            "messaging",
            "oncall",
            "patients",
            "signing",
            "calls",
            "roster",
            "scheduling"
        })
package org.circlekeeper.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
