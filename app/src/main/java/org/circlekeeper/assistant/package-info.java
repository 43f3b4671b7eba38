/**
 * Runs the assistant's duties, keeps the journal of what it did and why, and holds the questions that wait for a
 * person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "database", "audit", "access", "frame", "practice"})
package org.circlekeeper.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
