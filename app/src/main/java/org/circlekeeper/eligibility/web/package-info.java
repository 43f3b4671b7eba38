/** The pages about verified insurance: the desk, one member's benefits, runs, calls, files and settings. */
@NullMarked
package org.circlekeeper.eligibility.web;

import org.jspecify.annotations.NullMarked;
