/** The pages on which the owner writes, publishes and retires forms, and chooses which go to whom. */
@NullMarked
package org.circlekeeper.forms.web;

import org.jspecify.annotations.NullMarked;
