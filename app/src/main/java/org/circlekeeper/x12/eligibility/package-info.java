/** Questions about a person's benefits and their answers, 270 and 271, and what an answer says of group therapy. */
@NullMarked
@NamedInterface("eligibility")
package org.circlekeeper.x12.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
