/** The pages of what is written to members. */
@NullMarked
package org.circlekeeper.messaging.web;

import org.jspecify.annotations.NullMarked;
