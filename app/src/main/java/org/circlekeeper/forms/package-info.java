/**
 * The papers and questionnaires of a practice as data: their versions in each language, how they are filled, scored,
 * printed, and which go to whom.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "database", "audit", "access", "frame", "assistant", "practice"})
package org.circlekeeper.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
