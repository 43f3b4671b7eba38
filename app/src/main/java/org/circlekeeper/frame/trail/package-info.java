/** The pages of the audit trail. */
@NullMarked
package org.circlekeeper.frame.trail;

import org.jspecify.annotations.NullMarked;
