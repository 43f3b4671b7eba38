/** A payer to practise with: reads questions of a folder and answers them by scenario. */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "x12", "x12 :: eligibility", "x12 :: review", "x12 :: claimstatus"})
package org.circlekeeper.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
