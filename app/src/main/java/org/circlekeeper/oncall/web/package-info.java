/** The pages of who is on call, and of one alarm. */
@NullMarked
package org.circlekeeper.oncall.web;

import org.jspecify.annotations.NullMarked;
