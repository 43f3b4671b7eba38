/** Pages about insurance and what payers authorize. */
@NullMarked
package org.circlekeeper.coverage.web;

import org.jspecify.annotations.NullMarked;
