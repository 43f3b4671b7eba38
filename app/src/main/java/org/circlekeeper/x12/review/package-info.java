/** Requests for an authorization and what payers decide, 278. */
@NullMarked
@NamedInterface("review")
package org.circlekeeper.x12.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
