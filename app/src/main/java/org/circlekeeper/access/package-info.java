/** Who may come in and what each may do: people, their roles in practices, sign-ins, permissions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"terms", "database", "audit"})
package org.circlekeeper.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
