/** The pages about what was signed. */
@NullMarked
package org.circlekeeper.signing.web;

import org.jspecify.annotations.NullMarked;
