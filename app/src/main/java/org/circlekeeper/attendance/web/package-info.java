/** The pages about who came: the sheet of a session, notes to sign, a group, a member. */
@NullMarked
package org.circlekeeper.attendance.web;

import org.jspecify.annotations.NullMarked;
