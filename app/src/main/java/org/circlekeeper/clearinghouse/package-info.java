/** The way to payers: today a folder beneath the home, from which a person takes claims files to a clearinghouse. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"terms", "database", "audit", "access", "frame", "assistant", "practice", "x12", "outbox"
        })
package org.circlekeeper.clearinghouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
