/** Decides what an import would do: groups seen in the appointments, rows that are new, the same, changed or gone. */
@NullMarked
package org.circlekeeper.movein.plan;

import org.jspecify.annotations.NullMarked;
