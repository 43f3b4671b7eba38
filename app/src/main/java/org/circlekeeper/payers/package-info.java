/** What payers ask of a claim: dated, sourced rules by program, state, payer id, code and day, read from files. */
@NullMarked
@ApplicationModule(allowedDependencies = "terms")
package org.circlekeeper.payers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
