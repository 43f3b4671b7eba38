/** What is written to one member at a time: kept in their inbox here, and told of outside in neutral words alone. */
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
            "outbox",
            "patients",
            "calls"
        })
package org.circlekeeper.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
