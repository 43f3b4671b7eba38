/** Whom somebody must call, what was said, and what comes next: until other channels exist, telling is calling. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"terms", "database", "audit", "access", "frame", "assistant", "practice", "patients"})
package org.circlekeeper.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
