/** The pages about payers and rules, and about the people of the practice. */
@NullMarked
package org.circlekeeper.practice.web;

import org.jspecify.annotations.NullMarked;
