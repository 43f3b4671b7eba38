/** The members' own pages, and those by which staff let members in. */
@NullMarked
package org.circlekeeper.portal.web;

import org.jspecify.annotations.NullMarked;
