/** Everything that leaves the house waits here until its transaction has committed, and is sent at least once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "database", "audit", "access", "frame", "assistant", "practice"})
package org.circlekeeper.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
