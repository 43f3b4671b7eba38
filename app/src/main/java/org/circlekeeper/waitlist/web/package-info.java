/** The pages of the waitlist: the pipeline, one entry, placing, and the form for whoever asks. */
@NullMarked
package org.circlekeeper.waitlist.web;

import org.jspecify.annotations.NullMarked;
