/** The pages about the papers a member signs. */
@NullMarked
package org.circlekeeper.intake.web;

import org.jspecify.annotations.NullMarked;
