/** From files to rows that make sense by themselves: encodings, columns by any of their names, values, refusals. */
@NullMarked
package org.circlekeeper.movein.read;

import org.jspecify.annotations.NullMarked;
