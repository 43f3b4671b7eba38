/** Who did or saw what, when, in which hat and why: rows that are added and never changed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "database"})
package org.circlekeeper.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
