/** The door: signing in and out, setting a password, going from one practice to another. */
@NullMarked
package org.circlekeeper.frame.door;

import org.jspecify.annotations.NullMarked;
