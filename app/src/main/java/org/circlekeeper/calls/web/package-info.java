/** The page of whom to call today, and writing down what was said. */
@NullMarked
package org.circlekeeper.calls.web;

import org.jspecify.annotations.NullMarked;
