/** The product in a real browser: the first ten minutes, the keyboard, and every page in every light and width. */
@NullMarked
package org.circlekeeper.browser;

import org.jspecify.annotations.NullMarked;
