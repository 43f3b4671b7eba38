/** The pages about claims: ready, held and filed, one claim in full, a claims file, what was not billed. */
@NullMarked
package org.circlekeeper.claims.web;

import org.jspecify.annotations.NullMarked;
