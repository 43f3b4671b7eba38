/** Has the assistant make its rounds by itself, on whichever node is free, and claims leave in the evening. */
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
            "oncall",
            "attendance",
            "claims"
        })
package org.circlekeeper.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
