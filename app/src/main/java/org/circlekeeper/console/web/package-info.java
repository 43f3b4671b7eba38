/** The pages Today, journal, and how to begin for real. */
@NullMarked
package org.circlekeeper.console.web;

import org.jspecify.annotations.NullMarked;
