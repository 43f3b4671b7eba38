/** The list of members, and the page that finds members and groups by name. */
@NullMarked
package org.circlekeeper.roster.web;

import org.jspecify.annotations.NullMarked;
