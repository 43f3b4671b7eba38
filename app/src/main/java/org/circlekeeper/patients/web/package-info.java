/** The pages that list members, and the forms about who they are and how to reach them. */
@NullMarked
package org.circlekeeper.patients.web;

import org.jspecify.annotations.NullMarked;
