/** The door of the demo, the bar above its pages, and what its buttons do. */
@NullMarked
package org.circlekeeper.demo.web;

import org.jspecify.annotations.NullMarked;
