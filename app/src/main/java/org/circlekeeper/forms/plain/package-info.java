/** Forms as plain text, as an owner pastes and marks it: read, and written. */
@NullMarked
package org.circlekeeper.forms.plain;

import org.jspecify.annotations.NullMarked;
