/** Measures what the product promises to be quick at; never part of a test. */
@NullMarked
package org.circlekeeper.benchmarks;

import org.jspecify.annotations.NullMarked;
