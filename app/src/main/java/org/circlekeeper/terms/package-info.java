/** The vocabulary of the field: small immutable values that every other package speaks. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.circlekeeper.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
