/** Files about patients, kept sealed and never changed; and how a page becomes one on paper. */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "database", "audit", "access", "practice"})
package org.circlekeeper.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
