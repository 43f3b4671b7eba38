/** The papers a member fills in and signs on their own pages: one question at a time, kept with each answer. */
@NullMarked
package org.circlekeeper.portal.papers;

import org.jspecify.annotations.NullMarked;
