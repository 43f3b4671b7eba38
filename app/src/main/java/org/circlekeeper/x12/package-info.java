/** X12 005010 as text: interchanges in, interchanges out. Knows no database, no network and no clock. */
@NullMarked
@ApplicationModule(allowedDependencies = "terms")
package org.circlekeeper.x12;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
