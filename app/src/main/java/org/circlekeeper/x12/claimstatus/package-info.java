/** Questions of where claims stand, 276. */
@NullMarked
@NamedInterface("claimstatus")
package org.circlekeeper.x12.claimstatus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
