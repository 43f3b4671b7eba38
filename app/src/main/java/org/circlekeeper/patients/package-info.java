/** The people who are treated: who they are and how to reach them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "database", "audit", "access", "frame", "assistant", "practice"})
package org.circlekeeper.patients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
