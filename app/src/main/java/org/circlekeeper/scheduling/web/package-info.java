/** The pages about the practice's groups and when they meet. */
@NullMarked
package org.circlekeeper.scheduling.web;

import org.jspecify.annotations.NullMarked;
