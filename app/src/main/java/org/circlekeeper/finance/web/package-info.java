/** The page about what visits cost one member. */
@NullMarked
package org.circlekeeper.finance.web;

import org.jspecify.annotations.NullMarked;
