/** Diagnoses, treatment plans, and that a note is signed; never what it says. */
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
package org.circlekeeper.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
