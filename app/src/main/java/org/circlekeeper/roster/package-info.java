/** Groups, and who has a seat in which from when to when. */
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
            "forms",
            "payers",
            "patients",
            "messaging"
        })
package org.circlekeeper.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
