/** The command line: each command gathers, calls one thing, and answers on stdout alone. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "terms",
            "x12",
            "sandbox",
            "database",
            "audit",
            "access",
            "frame",
            "practice",
            "assistant",
            "outbox",
            "documents",
            "patients",
            "signing",
            "roster",
            "scheduling",
            "intake",
            "charts",
            "coverage",
            "attendance",
            "claims",
            "movein"
        })
package org.circlekeeper.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
