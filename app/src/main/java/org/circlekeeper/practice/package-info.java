/**
 * The practice itself: its people who treat, its payers, fees, holidays, enrolments, rules of its own, and how far it
 * trusts the assistant.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "database", "audit", "access", "frame", "payers"})
package org.circlekeeper.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
