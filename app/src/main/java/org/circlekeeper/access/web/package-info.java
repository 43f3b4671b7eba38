/** How requests meet the access rules: the security chain, the sign-in of each request, the scope of its practice. */
@NullMarked
package org.circlekeeper.access.web;

import org.jspecify.annotations.NullMarked;
